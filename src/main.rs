//! The command line: `check`, `render`, `schema`.

use clap::{Parser, Subcommand, ValueEnum};
use news_explainer::explainer::Explainer;
use news_explainer::locale::Language;
use news_explainer::page::{Level, Page, Problem};
use news_explainer::static_page::{article, html, shell, svg};
use news_explainer::text::TableMeasure;
use news_explainer::{document, outline, read_json, view};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Parser)]
#[command(version, about = "Explainers for newspaper pages, in which every number says where it comes from.")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Checks a document: exit 0 when it is sound, 1 when it has problems.
    Check {
        /// The document.
        document: PathBuf,
        /// Language of the messages.
        #[arg(long, value_enum, default_value_t = Tongue::Zh)]
        lang: Tongue,
        /// Form of the answer.
        #[arg(long, value_enum, default_value_t = Format::Human)]
        format: Format,
    },
    /// Writes the static face: a page that is whole without scripts, and each picture as SVG.
    Render {
        /// The document.
        document: PathBuf,
        /// The folder to write into.
        #[arg(long)]
        out: PathBuf,
        /// An article to put into the page.
        #[arg(long)]
        article: Option<PathBuf>,
        /// A page of your own with `<!-- ne:explainer -->` where the static face belongs.
        #[arg(long)]
        page: Option<PathBuf>,
        /// Language of the page.
        #[arg(long, value_enum, default_value_t = Tongue::Zh)]
        lang: Tongue,
    },
    /// Prints the JSON Schema of the document.
    Schema,
}

#[derive(Clone, Copy, ValueEnum)]
enum Tongue {
    /// Chinese.
    Zh,
    /// English.
    En,
}

impl From<Tongue> for Language {
    fn from(tongue: Tongue) -> Language {
        match tongue {
            Tongue::Zh => Language::Zh,
            Tongue::En => Language::En,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A line for each problem, with its hint.
    Human,
    /// `{"problems": [...]}`.
    Json,
}

/// Problems were found; they are printed already.
const PROBLEMS: u8 = 1;
/// The call itself was wrong: a file that cannot be read or written.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Check { document, lang, format } => check(&document, lang.into(), format),
        Command::Render { document, out, article, page, lang } => {
            render(&document, &out, article.as_deref(), page.as_deref(), lang.into())
        }
        Command::Schema => schema(),
    };
    match outcome {
        Ok(code) => ExitCode::from(code),
        Err(message) => {
            eprintln!("news-explainer: {message}");
            ExitCode::from(USAGE)
        }
    }
}

fn read(path: &Path) -> Result<String, String> {
    let bytes = fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    String::from_utf8(bytes).map_err(|error| {
        format!(
            "{} is not UTF-8 text: byte {} is not part of a character; save it as UTF-8",
            path.display(),
            error.utf8_error().valid_up_to()
        )
    })
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("cannot write {}: {error}", path.display()))
}

fn check(path: &Path, language: Language, format: Format) -> Result<u8, String> {
    let text = read(path)?;
    let problems = problems_of(&text);
    match format {
        Format::Human => print_problems(path, &problems, language),
        Format::Json => println!("{}", read_json::problems_json(&problems, language)),
    }
    Ok(if problems.iter().any(|problem| problem.level == Level::Error) { PROBLEMS } else { 0 })
}

fn problems_of(text: &str) -> Vec<Problem> {
    match read_json::read(text) {
        Ok((document, mut problems)) => {
            problems.extend(Page::check(&document).1);
            problems
        }
        Err(problem) => vec![problem],
    }
}

fn print_problems(path: &Path, problems: &[Problem], language: Language) {
    for problem in problems {
        let level = match problem.level {
            Level::Error => language.pick("错误", "error"),
            Level::Warning => language.pick("提醒", "warning"),
        };
        println!("{}: {level}[{}] {}", path.display(), problem.code.as_str(), problem.path);
        println!("    {}", problem.message(language));
        println!("    {}{}", language.pick("→ ", "→ "), problem.hint(language));
    }
    let errors = problems.iter().filter(|problem| problem.level == Level::Error).count();
    let warnings = problems.len() - errors;
    match language {
        Language::Zh => println!("{errors} 处错误，{warnings} 处提醒"),
        Language::En => println!("{errors} errors, {warnings} warnings"),
    }
}

fn render(
    path: &Path,
    out: &Path,
    article_path: Option<&Path>,
    page_path: Option<&Path>,
    language: Language,
) -> Result<u8, String> {
    let text = read(path)?;
    let (document, mut problems) = match read_json::read(&text) {
        Ok(read) => read,
        Err(problem) => {
            print_problems(path, &[problem], language);
            return Ok(PROBLEMS);
        }
    };
    problems.extend(Page::check(&document).1);
    if problems.iter().any(|problem| problem.level == Level::Error) {
        print_problems(path, &problems, language);
        return Ok(PROBLEMS);
    }
    let mut explainer = Explainer::open(&document, language).map_err(|failure| failure.message)?;
    let article_text = article_path.map(read).transpose()?.unwrap_or_default();
    let template = page_path.map(read).transpose()?.unwrap_or_else(|| shell::PLAIN.to_owned());
    fs::create_dir_all(out).map_err(|error| format!("cannot make the folder {}: {error}", out.display()))?;
    let face = html::face(&mut explainer);
    let mut title = String::new();
    html::escape(
        if article_text.is_empty() { &explainer.page().id } else { article::title(&article_text) },
        &mut title,
    );
    let (article_head, article_body) = article::html(&article_text);
    let filling = shell::Filling {
        title: &title,
        article_head: &article_head,
        article_body: &article_body,
        explainer: &face,
        lang: language.tag(),
    };
    write(&out.join("index.html"), &shell::fill(&template, filling))?;
    write(&out.join("face.html"), &face)?;
    write(&out.join("document.json"), &text)?;
    eprintln!("index.html {} bytes, static face {} bytes", shell::fill(&template, filling).len(), face.len());
    let pictures = render_pictures(&mut explainer, out)?;
    eprintln!("{pictures} pictures");
    Ok(0)
}

fn render_pictures(explainer: &mut Explainer, out: &Path) -> Result<usize, String> {
    let blocks: Vec<(usize, String, f64)> = explainer
        .page()
        .story
        .iter()
        .enumerate()
        .filter_map(|(place, block)| view::widths(block).map(|widths| (place, block.id.clone(), widths.wide)))
        .collect();
    for (place, id, width) in &blocks {
        let label = outline::describe(explainer.page(), *place, explainer.language());
        let Some(scene) = explainer.scene(*place, *width, &TableMeasure) else { continue };
        for theme in [svg::Theme::Light, svg::Theme::Dark] {
            write(&out.join(format!("{id}-{}.svg", theme.name())), &svg::standalone(scene, theme, &label))?;
        }
    }
    Ok(blocks.len())
}

fn schema() -> Result<u8, String> {
    let schema = schemars::schema_for!(document::Document);
    let text = serde_json::to_string_pretty(&schema).map_err(|error| error.to_string())?;
    println!("{text}");
    Ok(0)
}
