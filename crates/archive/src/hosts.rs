//! Files for hosts that serve files and hand nothing on.

use crate::file::File;
use crate::problem::Problem;

/// Not among the files of the site: a host that does not know such a file would serve it.
pub(crate) fn hosts(site: &[File]) -> Result<[File; 2], Problem> {
    let headers = proxies::headers_file(site.iter().map(|file| &*file.path))?;
    Ok([
        File::new("hosts/_headers", headers),
        File::new("hosts/_redirects", proxies::redirects_file()),
    ])
}
