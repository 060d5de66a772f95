//! `milkglass notice`: a configuration in, the notice that is true of it out, or whether a published one still is.

use std::process::ExitCode;

use milkglass::notice::{self, Format, Length};

use crate::arguments::{Notice, NoticeFormat};
use crate::failure::Failure;
use crate::files;

pub fn run(arguments: &Notice) -> Result<ExitCode, Failure> {
    let config = files::config(Some(&arguments.config))?;
    let language = match &arguments.lang {
        Some(language) => language.as_str(),
        None => config.site.languages.first().map_or("en", String::as_str),
    };
    let length = if arguments.short {
        Length::Short
    } else if arguments.banner {
        Length::Banner
    } else {
        Length::Full
    };
    if let Some(published) = &arguments.check {
        let published = files::text(&published.display().to_string())?;
        let result = notice::check_length(&config, language, length, &published)?;
        let mut text = String::new();
        if result.matches {
            text.push_str("The published text matches the configuration.\n");
        } else {
            text.push_str("The published text does not match the configuration ([-expected-], {+published+}):\n");
            text.push_str(&result.to_text());
        }
        files::print(&text)?;
        return Ok(if result.matches { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    }
    let format = match arguments.format {
        NoticeFormat::Text => Format::Text,
        NoticeFormat::Markdown => Format::Markdown,
        NoticeFormat::Html => Format::Html,
        NoticeFormat::Json => Format::Json,
        NoticeFormat::Jsonld => Format::JsonLd,
        NoticeFormat::Wordpress => Format::WordPress,
    };
    files::print(&notice::render(&config, language, format, length)?)?;
    Ok(ExitCode::SUCCESS)
}
