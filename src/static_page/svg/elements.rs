//! What the pen wrote, read back and written shorter: neighbours of the same look become one.

use super::Look;
use std::fmt::Write;

/// A place on the pen's own grid.
type Point = (i32, i32);

/// Something that the pen drew, or several neighbours of the same look.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Element {
    /// Filled outlines; an outlined one is alone.
    Area { fill: String, rings: Vec<Vec<Point>>, stroke: Option<Stroke> },
    /// Open or closed lines.
    Lines { stroke: Stroke, lines: Vec<Line> },
    /// Filled circles of one radius; an outlined one is alone.
    Dots { fill: String, radius: i32, centers: Vec<Point>, stroke: Option<Stroke> },
    /// An outlined circle without a fill.
    Circle { center: Point, radius: i32, stroke: Stroke },
    /// Texts of one look.
    Texts { fill: String, size: String, anchor: String, family: String, is_bold: bool, texts: Vec<(Point, String)> },
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stroke {
    color: String,
    width: i32,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    points: Vec<Point>,
    is_closed: bool,
}

/// The elements that the pen wrote, neighbours joined.
pub(super) fn elements(written: &str) -> Vec<Element> {
    let mut elements: Vec<Element> = Vec::new();
    let mut lines = written.lines();
    while let Some(line) = lines.next() {
        let tag = Tag(line);
        let text = if line.starts_with("<text") { lines.next().unwrap_or_default() } else { "" };
        let Some(element) = tag.read(text) else { continue };
        let rest = match elements.last_mut() {
            Some(last) => last.join(element),
            None => Some(element),
        };
        elements.extend(rest);
    }
    elements
}

/// One line of what the pen wrote. Quotation marks in a value are always escaped.
struct Tag<'a>(&'a str);

impl<'a> Tag<'a> {
    fn read(&self, text: &str) -> Option<Element> {
        let at = |x, y| (self.number(x), self.number(y));
        let stroke = || Stroke { color: self.get("stroke").to_owned(), width: self.number("stroke-width") };
        match self.0.strip_prefix('<')?.split(' ').next()? {
            "rect" => {
                let ((x, y), (width, height)) = (at("x", "y"), at("width", "height"));
                Some(area(self.get("fill"), vec![(x, y), (x + width, y), (x + width, y + height), (x, y + height)]))
            }
            "polygon" => Some(area(self.get("fill"), self.points())),
            "polyline" => Some(Element::Lines { stroke: stroke(), lines: vec![line(self.points())] }),
            "circle" => {
                let (center, radius, fill) = (at("cx", "cy"), self.number("r"), self.get("fill").to_owned());
                Some(match fill.as_str() {
                    "none" => Element::Circle { center, radius, stroke: stroke() },
                    _ => Element::Dots { fill, radius, centers: vec![center], stroke: None },
                })
            }
            "text" => Some(Element::Texts {
                fill: self.get("fill").to_owned(),
                size: self.get("font-size").parse().map_or_else(|_| "1".to_owned(), hundredths),
                anchor: self.get("text-anchor").to_owned(),
                family: self.get("font-family").to_owned(),
                is_bold: self.get("font-weight") == "bold",
                texts: vec![(at("x", "y"), text.replace("&quot;", "\"").replace("&apos;", "'"))],
            }),
            _ => None,
        }
    }

    fn get(&self, name: &str) -> &'a str {
        let value = self.0.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split_once('"'));
        value.map_or("", |(value, _)| value)
    }

    fn number(&self, name: &str) -> i32 {
        self.get(name).parse().unwrap_or_default()
    }

    fn points(&self) -> Vec<Point> {
        let read = |pair: &str| pair.split_once(',').and_then(|(x, y)| Some((x.parse().ok()?, y.parse().ok()?)));
        self.get("points").split(' ').filter_map(read).collect()
    }
}

fn hundredths(value: f64) -> String {
    format!("{}", (value * 100.0).round() / 100.0)
}

/// A filled ring, always clockwise: where rings of one path overlap, they must not cancel each other out.
fn area(fill: &str, mut ring: Vec<Point>) -> Element {
    if doubled_area(&ring) < 0 {
        ring.reverse();
    }
    Element::Area { fill: fill.to_owned(), rings: vec![ring], stroke: None }
}

/// A line that comes back to its first point, or goes on from there to its second, is closed.
fn line(mut points: Vec<Point>) -> Line {
    let repeated = match points.as_slice() {
        [first, second, _, .., last_but_one, last] if (first, second) == (last_but_one, last) => 2,
        [first, _, _, .., last] if first == last => 1,
        _ => 0,
    };
    points.truncate(points.len().saturating_sub(repeated));
    Line { points, is_closed: repeated > 0 }
}

fn edges(ring: &[Point]) -> impl Iterator<Item = (Point, Point)> + '_ {
    ring.iter().copied().zip(ring.iter().copied().cycle().skip(1))
}

fn cross(a: Point, b: Point) -> i64 {
    i64::from(a.0) * i64::from(b.1) - i64::from(a.1) * i64::from(b.0)
}

fn doubled_area(ring: &[Point]) -> i64 {
    edges(ring).map(|(a, b)| cross(a, b)).sum()
}

/// How a ring turns at each corner: above zero is clockwise.
fn turns(ring: &[Point]) -> impl Iterator<Item = i64> + '_ {
    let step = |(a, b): (Point, Point)| (b.0 - a.0, b.1 - a.1);
    edges(ring).zip(edges(ring).skip(1).chain(edges(ring).take(1))).map(move |(one, next)| cross(step(one), step(next)))
}

/// A ring that only ever turns clockwise covers no point backwards.
fn turns_one_way(rings: &[Vec<Point>]) -> bool {
    rings.iter().all(|ring| turns(ring).all(|turn| turn >= 0))
}

impl Element {
    /// Takes the element drawn next into this one, or gives it back.
    fn join(&mut self, next: Element) -> Option<Element> {
        match (self, next) {
            (Element::Area { fill, rings, stroke: None }, Element::Area { fill: other, rings: more, stroke: None })
                if *fill == other && turns_one_way(rings) && turns_one_way(&more) =>
            {
                rings.extend(more);
                None
            }
            (Element::Area { rings, stroke: none @ None, .. }, Element::Lines { stroke, lines })
                if is_outline(rings, &lines) =>
            {
                *none = Some(stroke);
                None
            }
            (Element::Lines { stroke, lines }, Element::Lines { stroke: other, lines: more }) if *stroke == other => {
                lines.extend(more);
                None
            }
            (
                Element::Dots { fill, radius, centers, stroke: None },
                Element::Dots { fill: other, radius: as_large, centers: more, stroke: None },
            ) if *fill == other && *radius == as_large => {
                centers.extend(more);
                None
            }
            (
                Element::Dots { radius, centers, stroke: none @ None, .. },
                Element::Circle { center, radius: as_large, stroke },
            ) if *centers == [center] && *radius == as_large => {
                *none = Some(stroke);
                None
            }
            (
                Element::Texts { fill, size, anchor, family, is_bold, texts },
                Element::Texts {
                    fill: fill2,
                    size: size2,
                    anchor: anchor2,
                    family: family2,
                    is_bold: is_bold2,
                    texts: more,
                },
            ) if (&*fill, &*size, &*anchor, &*family, &*is_bold) == (&fill2, &size2, &anchor2, &family2, &is_bold2) => {
                texts.extend(more);
                None
            }
            (_, next) => Some(next),
        }
    }

    /// Writes it as one SVG element.
    pub(super) fn write(&self, out: &mut String, look: &Look) {
        let color = look.color;
        let outline =
            |stroke: &Option<Stroke>| stroke.as_ref().map_or_else(String::new, |stroke| outlined(stroke, look));
        // Writing into a string cannot fail.
        let _ = match self {
            Element::Area { fill, rings, stroke } => {
                let mut path = Path::default();
                rings.iter().for_each(|ring| path.line(ring, true));
                write!(out, r#"<path fill="{}"{} d="{}"/>"#, color(fill), outline(stroke), path.steps)
            }
            Element::Lines { stroke, lines } => {
                let mut path = Path::default();
                lines.iter().for_each(|line| path.line(&line.points, line.is_closed));
                // A straight line has nothing that could be filled.
                let fill = if lines.iter().all(|line| line.points.len() < 3) { "" } else { r#" fill="none""# };
                write!(out, r#"<path{fill}{} d="{}"/>"#, outlined(stroke, look), path.steps)
            }
            Element::Dots { fill, radius, centers, stroke } => match centers.as_slice() {
                [(x, y)] => {
                    write!(out, r#"<circle cx="{x}" cy="{y}" r="{radius}" fill="{}"{}/>"#, color(fill), outline(stroke))
                }
                _ => {
                    let mut path = Path::default();
                    centers.iter().for_each(|center| path.dot(*center));
                    let round = Stroke { color: fill.clone(), width: radius * 2 };
                    write!(out, r#"<path{} stroke-linecap="round" d="{}"/>"#, outlined(&round, look), path.steps)
                }
            },
            Element::Circle { center: (x, y), radius, stroke } => {
                write!(out, r#"<circle cx="{x}" cy="{y}" r="{radius}" fill="none"{}/>"#, outlined(stroke, look))
            }
            Element::Texts { fill, size, anchor, family, is_bold, texts } => {
                let anchor = if anchor == "start" { String::new() } else { format!(r#" text-anchor="{anchor}""#) };
                let weight = if *is_bold { r#" font-weight="bold""# } else { "" };
                let style = format!(r#" fill="{}" font-size="{size}"{anchor}{weight}"#, color(fill));
                write_texts(out, &style, &(look.family)(family), texts)
            }
        };
    }
}

/// The family stays with each text, as the sheet names the family of `text` itself.
fn write_texts(out: &mut String, style: &str, family: &str, texts: &[(Point, String)]) -> std::fmt::Result {
    if let [((x, y), text)] = texts {
        return write!(out, r#"<text{family}{style} x="{x}" y="{y}">{text}</text>"#);
    }
    write!(out, "<g{style}>")?;
    for ((x, y), text) in texts {
        write!(out, r#"<text{family} x="{x}" y="{y}">{text}</text>"#)?;
    }
    write!(out, "</g>")
}

fn outlined(stroke: &Stroke, look: &Look) -> String {
    let width = if stroke.width == 1 { String::new() } else { format!(r#" stroke-width="{}""#, stroke.width) };
    format!(r#" stroke="{}"{width}"#, (look.color)(&stroke.color))
}

/// True where the lines are the ring's own outline, wherever it begins and whichever way it runs.
fn is_outline(rings: &[Vec<Point>], lines: &[Line]) -> bool {
    let ([ring], [line]) = (rings, lines) else { return false };
    let backwards = || line.points.iter().rev();
    line.is_closed && (*ring == line.points || ring.iter().eq(backwards()))
}

/// A path in the making, in relative steps.
#[derive(Default)]
struct Path {
    steps: String,
    at: Point,
    last: char,
}

impl Path {
    fn line(&mut self, points: &[Point], is_closed: bool) {
        let mut points = points.iter();
        let Some(&start) = points.next() else { return };
        self.start(start);
        for &point in points {
            match (point.0 - self.at.0, point.1 - self.at.1) {
                (x, 0) => self.step('h', &[x]),
                (0, y) => self.step('v', &[y]),
                (x, y) => self.step('l', &[x, y]),
            }
            self.at = point;
        }
        if is_closed {
            self.step('z', &[]);
            self.at = start;
        }
    }

    /// A line of no length: with round ends it is a disc.
    fn dot(&mut self, center: Point) {
        self.start(center);
        self.step('h', &[0]);
    }

    fn start(&mut self, point: Point) {
        self.step('m', &[point.0 - self.at.0, point.1 - self.at.1]);
        // What follows a move without a letter of its own is a line.
        self.last = 'l';
        self.at = point;
    }

    fn step(&mut self, letter: char, numbers: &[i32]) {
        let mut needs_gap = letter == self.last;
        if !needs_gap || letter == 'z' {
            self.steps.push(letter);
            needs_gap = false;
        }
        self.last = letter;
        for number in numbers {
            if needs_gap && *number >= 0 {
                self.steps.push(' ');
            }
            let _ = write!(self.steps, "{number}");
            needs_gap = true;
        }
    }
}
