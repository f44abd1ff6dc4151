//! The questions of the check, in their order.

use serde::Deserialize;
use toml::Spanned;

use crate::model::{Choices, Field, Group, Node, NodeId, NodeKind, PieceId};

use super::{
    conditions::RawCondition, draft::Row, files::Files, problem::Findings, reader::Reader,
};

type Names = Spanned<Vec<Spanned<String>>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNode {
    field: Spanned<String>,
    kind: Spanned<String>,
    options: Option<Names>,
    direct: Option<Names>,
    #[serde(default)]
    when: RawCondition,
    #[serde(default)]
    group: Vec<Spanned<RawGroup>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawGroup {
    id: Spanned<String>,
    options: Names,
    #[serde(default)]
    first: RawCondition,
}

/// Reads the questions.
pub(super) fn read(files: &Files, findings: &mut Findings) -> Vec<Row<Node>> {
    let Some(mut reader) = Reader::open(files, "check.toml", findings) else {
        return Vec::new();
    };
    let rows = reader.rows::<RawNode>("node");
    let nodes = rows
        .iter()
        .filter_map(|raw| node(&mut reader, raw))
        .collect();
    reader.close(&["node"]);
    nodes
}

fn node(reader: &mut Reader<'_, '_>, raw: &RawNode) -> Option<Row<Node>> {
    let field = reader.field(&raw.field)?;
    let kind = kind(reader, raw, field);
    let when = reader.condition(&raw.when);
    let id = NodeId::from(field.name());
    let at = reader.at(&raw.field.span());
    Some(Row {
        at,
        item: Node {
            id,
            field,
            kind: kind?,
            when,
        },
    })
}

fn kind(reader: &mut Reader<'_, '_>, raw: &RawNode, field: Field) -> Option<NodeKind> {
    let kind = raw.kind.get_ref().as_str();
    if (kind == "one") == field.is_list() && kind != "signs" {
        let several = if field.is_list() {
            "several values"
        } else {
            "one value"
        };
        let message = format!("`{}` holds {several}: not of kind `{kind}`", field.name());
        reader.problem(&raw.kind.span(), message);
    }
    if let Some(direct) = raw.direct.as_ref().filter(|_| kind != "many") {
        reader.problem(&direct.span(), "`direct` is only for kind `many`");
    }
    match kind {
        "one" => Some(NodeKind::One(options(reader, raw, field))),
        "many" => {
            let options = options(reader, raw, field);
            let direct = direct(reader, raw, field, &options);
            Some(NodeKind::Many { options, direct })
        }
        "signs" => {
            if field != Field::DangerSigns {
                reader.problem(&raw.kind.span(), "kind `signs` is only for `danger_signs`");
            }
            Some(NodeKind::Signs(options(reader, raw, field)))
        }
        "grouped" => {
            if let Some(options) = &raw.options {
                reader.problem(
                    &options.span(),
                    "the options of `grouped` stand in its groups",
                );
            }
            Some(NodeKind::Grouped(groups(reader, raw, field)))
        }
        _ => {
            reader.unknown("kind", &raw.kind, ["one", "many", "signs", "grouped"]);
            None
        }
    }
}

fn options(reader: &mut Reader<'_, '_>, raw: &RawNode, field: Field) -> Vec<u8> {
    if let Some(group) = raw.group.first() {
        reader.problem(&group.span(), "groups are only for kind `grouped`");
    }
    let options = raw
        .options
        .as_ref()
        .map_or(&[][..], |names| names.get_ref());
    reader.values(field, options)
}

fn direct(reader: &mut Reader<'_, '_>, raw: &RawNode, field: Field, options: &[u8]) -> Choices {
    let Some(names) = &raw.direct else {
        return Choices::EMPTY;
    };
    let direct = reader.choices(field, names.get_ref());
    if !Choices::of(options.iter().copied()).all(direct) {
        reader.problem(&names.span(), "`direct` has a value that is no option");
    }
    direct
}

fn groups(reader: &mut Reader<'_, '_>, raw: &RawNode, field: Field) -> Vec<Group> {
    let mut offered = Choices::EMPTY;
    let mut groups: Vec<Group> = Vec::with_capacity(raw.group.len());
    for group in &raw.group {
        let raw = group.get_ref();
        reader.id(&raw.id);
        let options = reader.values(field, raw.options.get_ref());
        let here = Choices::of(options.iter().copied());
        if options.is_empty() {
            reader.problem(&raw.options.span(), "a page without options");
        }
        if let Some(name) = here.and(offered).names(field).next() {
            reader.problem(&raw.options.span(), format!("`{name}` is on two pages"));
        }
        offered = offered.union(here);
        let id = PieceId::from(raw.id.get_ref().as_str());
        if groups.iter().any(|other| other.id == id) {
            reader.problem(&raw.id.span(), format!("page `{id}` twice"));
        }
        groups.push(Group {
            id,
            options,
            first: reader.condition(&raw.first),
        });
    }
    groups
}
