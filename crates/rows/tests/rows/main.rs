//! Filter, order, selection, window and export of big tables, through their public face alone.

#[cfg(test)]
mod closest;
#[cfg(test)]
mod export;
#[cfg(test)]
mod filter;
#[cfg(test)]
mod selection;
#[cfg(test)]
mod sort;
#[cfg(test)]
mod table;
#[cfg(test)]
mod window;
