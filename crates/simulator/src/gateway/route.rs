//! Which of a service's calls a request is: method and path template.

/// A call that a service answers. `{name}` in the template stands for any one segment of a path.
pub struct Route<H> {
    pub method: &'static str,
    pub template: &'static str,
    pub handler: H,
}

impl<H> Route<H> {
    /// What stands for the names of the template, still escaped; `None` when the path is another.
    fn named<'p>(&self, path: &'p str) -> Option<Vec<&'p str>> {
        let mut segments = path.split('/');
        let mut named = Vec::new();
        for part in self.template.split('/') {
            let segment = segments.next()?;
            if part.starts_with('{') {
                named.push(segment);
            } else if part != segment {
                return None;
            }
        }
        segments.next().is_none().then_some(named)
    }
}

/// The call of a method and a path, with what stands for the names of its template, still escaped.
pub fn find<'r, 'p, H>(
    routes: &'r [Route<H>],
    method: &str,
    path: &'p str,
) -> Option<(&'r H, Vec<&'p str>)> {
    routes
        .iter()
        .filter(|route| route.method == method)
        .find_map(|route| Some((&route.handler, route.named(path)?)))
}

/// Whether any call has this path.
pub fn has_path<H>(routes: &[Route<H>], path: &str) -> bool {
    routes.iter().any(|route| route.named(path).is_some())
}

/// How many names a template has, so that a table can be held to it when it is compiled.
pub const fn count_names(template: &str) -> usize {
    let bytes = template.as_bytes();
    let (mut index, mut count) = (0, 0);
    while index < bytes.len() {
        if bytes[index] == b'{' {
            count += 1;
        }
        index += 1;
    }
    count
}
