//! The simulated cloud, asked the way a client asks it.

#[cfg(test)]
mod answers;
