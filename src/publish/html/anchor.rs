//! Links as HTML: the filters `href` and `link`, and the test `linked`.
//!
//! | in a template | prints |
//! |---|---|
//! | `<a class="more"{{ v.matrix \| href }}>` | the attribute `href`; nothing where the copy does not have the target |
//! | `<a{{ l.href \| href(hreflang=l.language) }}>` | the same, with attributes that only links have |
//! | `{{ x.country \| link }}`, `{{ p.link \| link(class="record") }}` | a link of a view: its text in an `a`, or plain text |
//! | `{% if x.href is linked %}` | whether the copy has the target |

use tera::value::Key;
use tera::{Error, Kwargs, TeraResult, Value};

use crate::publish::link::{Outcome, leads, outcome};

use super::escape::escape;
use super::tagged;

/// Attributes that also apply to words without a link; they come before `href`.
const OF_WORDS: &[&str] = &["class", "lang"];

/// Filter `href`: the attribute `href`, and others that only a link has, each preceded by a space.
pub fn href(address: &Value, attributes: &Kwargs) -> TeraResult<Value> {
    let mut out = String::new();
    match address_of(address)?.map_or(Outcome::Nowhere, outcome) {
        Outcome::To(to) => {
            push("href", &to, &mut out);
            push_all(attributes, |_| true, &mut out)?;
        }
        Outcome::Place(id) => push("id", &id, &mut out),
        Outcome::Nowhere => {}
    }
    Ok(Value::safe_string(&out))
}

/// Filter `link`: a link of a view with its words. `page` is the direction of the page, `ltr` or `rtl`.
pub fn link(link: &Value, attributes: &Kwargs, page: &str) -> TeraResult<Value> {
    let field = |name: &'static str| link.as_map().and_then(|map| map.get(&Key::Str(name)));
    let (Some(address), Some(text)) = (field("href"), field("text")) else {
        return Err(Error::message("this is no link: it has no `href` and no `text`"));
    };
    let outcome = address_of(address)?.map_or(Outcome::Nowhere, outcome);
    let of_words = |name: &str| OF_WORDS.contains(&name);
    let mut start = String::new();
    push_all(attributes, of_words, &mut start)?;
    let element = match &outcome {
        Outcome::To(to) => {
            push("href", to, &mut start);
            push_all(attributes, |name| !of_words(name), &mut start)?;
            "a"
        }
        Outcome::Place(id) => {
            push("id", id, &mut start);
            "span"
        }
        Outcome::Nowhere => "span",
    };
    let mut out = String::with_capacity(128);
    // Without attributes the words need no element.
    let is_element = !start.is_empty();
    if is_element {
        out.push('<');
        out.push_str(element);
        out.push_str(&start);
        out.push('>');
    }
    tagged::print_value(text, page, &mut out);
    if is_element {
        out.push_str("</");
        out.push_str(element);
        out.push('>');
    }
    Ok(Value::safe_string(&out))
}

/// Test `linked`: whether an address leads anywhere in this copy.
pub fn linked(address: &Value) -> bool {
    address.as_str().is_some_and(leads)
}

/// The address as a string; `None` where a view has none.
fn address_of(value: &Value) -> TeraResult<Option<&str>> {
    match value.as_str() {
        Some(address) => Ok(Some(address).filter(|address| !address.is_empty())),
        None if value.is_none() => Ok(None),
        None => Err(Error::message("this is no address")),
    }
}

/// Appends the attributes that a template passes as arguments, in their order: `aria_label` becomes `aria-label`.
fn push_all(attributes: &Kwargs, fits: impl Fn(&str) -> bool, out: &mut String) -> TeraResult<()> {
    for (name, value) in attributes.iter() {
        let name = name.as_str().unwrap_or_default();
        if !fits(name) || value.is_none() || value.is_undefined() {
            continue;
        }
        let Some((text, _)) = tagged::of_value(value) else {
            return Err(Error::message(format!("attribute `{name}` of a link is no text")));
        };
        if value.is_safe() {
            out.push_str(&format!(" {}=\"{text}\"", name.replace('_', "-")));
        } else {
            push(&name.replace('_', "-"), text, out);
        }
    }
    Ok(())
}

fn push(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(value, out);
    out.push('"');
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::sync::Arc;

    use serde_json::json;
    use tera::{Context, Tera};

    use crate::publish::link::{Kept, Links, on_page};

    use super::*;

    fn print(template: &str, paths: &[&str]) -> String {
        let mut tera = Tera::default();
        tera.register_filter("href", |value: &Value, args: Kwargs, _: &tera::State| href(value, &args));
        tera.register_filter("link", |value: &Value, args: Kwargs, _: &tera::State| link(value, &args, "ltr"));
        tera.register_test("linked", |value: &Value, _: Kwargs, _: &tera::State| linked(value));
        tera.add_raw_template("t.html", template).expect("it is well formed");
        let mut context = Context::new();
        context.insert("x", &json!({ "href": "../b.html#\"", "text": "B & C" }));
        let paths: BTreeSet<String> = paths.iter().map(|path| (*path).to_owned()).collect();
        let part = Links::Part(Arc::new(Kept { paths: paths.into(), ..Kept::default() }));
        on_page("a/a.html".to_owned(), part, || tera.render("t.html", &context)).0.expect("it is printed")
    }

    #[test]
    fn a_link_is_printed_with_its_attributes_or_as_its_words() {
        let template = "{{ x | link }} {{ x | link(class=\"r\", title=x.text) }} \
                        <a id=\"i\"{{ x.href | href(aria_label=x.text) }}></a>{% if x.href is linked %}!{% endif %}";
        assert_eq!(
            print(template, &["b.html"]),
            "<a href=\"../b.html#&quot;\">B &amp; C</a> <a class=\"r\" href=\"../b.html#&quot;\" title=\"B &amp; C\">B &amp; C</a> \
             <a id=\"i\" href=\"../b.html#&quot;\" aria-label=\"B &amp; C\"></a>!"
        );
        assert_eq!(print(template, &[]), "B &amp; C <span class=\"r\">B &amp; C</span> <a id=\"i\"></a>");
    }

    #[test]
    fn a_view_without_an_address_has_no_link() {
        assert_eq!(print("<a{{ none | href }}></a><a{{ \"\" | href }}></a>", &[]), "<a></a><a></a>");
    }
}
