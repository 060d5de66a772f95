//! The adds of a mutation in document order: as rrweb lists them in, parents before children and siblings in order out.
//!
//! A mutation lists its nodes one by one with parent and next sibling, often the last sibling first.

use super::by_id::ById;
use crate::event::doc::Doc;

/// Stands for "none".
const NONE: u32 = u32::MAX;

#[derive(Clone, Copy)]
struct Add {
    parent: u32,
    id: u32,
    next: u32,
    has_next: bool,
    node: u32,
    /// First of those that name this one as their next sibling.
    before: u32,
    /// First of those that have this one as parent and no next sibling among the adds.
    last: u32,
    /// The next in the list of `before` or `last` that this one is in.
    beside: u32,
    placed: bool,
}

/// Buffers of the ordering.
#[derive(Default)]
pub(super) struct Order {
    adds: Vec<Add>,
    places: ById,
    stack: Vec<u32>,
    chain: Vec<u32>,
    /// Parent id and token of each node, in document order.
    pub(super) sorted: Vec<(u32, u32)>,
}

impl Order {
    /// Orders the adds into `sorted`. None if they can't be understood; then `sorted` holds nothing.
    pub(super) fn sort(&mut self, doc: Doc<'_>, list: usize) -> Option<()> {
        self.sorted.clear();
        self.adds.clear();
        for index in doc.items(list) {
            let (mut parent, mut next, mut node) = (None, None, None);
            for member in doc.members(index) {
                match doc.raw(member.key) {
                    b"parentId" => parent = doc.number(member.value),
                    b"nextId" => next = doc.number(member.value),
                    b"node" => node = Some(member.value),
                    _ => {}
                }
            }
            let node = node?;
            let id = id_of(doc, node)?;
            self.adds.push(Add {
                parent: parent.unwrap_or(0),
                id,
                next: next.unwrap_or(0),
                has_next: next.is_some(),
                node: u32::try_from(node).ok()?,
                before: NONE,
                last: NONE,
                beside: NONE,
                placed: false,
            });
        }
        if self.adds.len() < 2 {
            self.sorted.extend(self.adds.iter().map(|add| (add.parent, add.node)));
            return Some(());
        }
        self.link();
        self.walk();
        for add in &self.adds {
            self.places.unset(add.id);
        }
        // Nodes in a ring of parents or siblings: no order, but none is lost.
        self.sorted.extend(self.adds.iter().filter(|add| !add.placed).map(|add| (add.parent, add.node)));
        Some(())
    }

    /// Links every add to the sibling or the parent among the adds behind which it stands; `stack` gets those without either.
    fn link(&mut self) {
        for (i, add) in self.adds.iter().enumerate() {
            self.places.set(add.id, u32::try_from(i).unwrap_or(NONE));
        }
        self.chain.clear();
        for i in 0..self.adds.len() {
            let Some(add) = self.adds.get(i).copied() else { break };
            let own = u32::try_from(i).unwrap_or(NONE);
            let next = if add.has_next { self.places.find(add.next) } else { None }
                .filter(|n| *n != own && self.adds.get(*n as usize).is_some_and(|next| next.parent == add.parent));
            let target = match next {
                Some(next) => self.adds.get_mut(next as usize).map(|next| &mut next.before),
                None => match self.places.find(add.parent).filter(|p| *p != own) {
                    Some(parent) => self.adds.get_mut(parent as usize).map(|parent| &mut parent.last),
                    None => {
                        self.chain.push(own);
                        continue;
                    }
                },
            };
            let beside = target.map_or(NONE, |head| std::mem::replace(head, own));
            if let Some(add) = self.adds.get_mut(i) {
                add.beside = beside;
            }
        }
    }

    /// Puts every add that hangs together with one in `chain` into `sorted`.
    fn walk(&mut self) {
        let roots = std::mem::take(&mut self.chain);
        self.stack.clear();
        for &root in &roots {
            self.siblings(root);
            while let Some(i) = self.stack.pop() {
                let Some(add) = self.adds.get_mut(i as usize).filter(|add| !add.placed) else { continue };
                add.placed = true;
                self.sorted.push((add.parent, add.node));
                let mut child = add.last;
                while child != NONE {
                    self.siblings(child);
                    child = self.adds.get(child as usize).map_or(NONE, |add| add.beside);
                }
            }
        }
        self.chain = roots;
    }

    /// Pushes a last sibling and all that stand before it, so that the first is popped first.
    fn siblings(&mut self, last: u32) {
        let mut at = self.stack.len();
        let bound = at + self.adds.len();
        self.stack.push(last);
        while let Some(add) = self.stack.get(at).and_then(|i| self.adds.get(*i as usize)) {
            let mut before = add.before;
            while before != NONE && self.stack.len() <= bound {
                self.stack.push(before);
                before = self.adds.get(before as usize).map_or(NONE, |add| add.beside);
            }
            at += 1;
        }
    }
}

/// The id of a node. rrweb writes it last; a node that names it twice is refused where it is read.
fn id_of(doc: Doc<'_>, node: usize) -> Option<u32> {
    let end = doc.token(node)?.next as usize;
    if let Some(&[key, value]) = end.checked_sub(2).and_then(|at| doc.tokens.get(at..)?.first_chunk::<2>())
        && doc.is(key, b"id")
        && end >= node + 3
        && let Some(id) = doc.number_of(value)
    {
        return Some(id);
    }
    doc.number(doc.member(node, b"id")?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::tape::Tape;

    fn sorted(text: &str) -> Vec<u32> {
        let mut tape = Tape::default();
        tape.read(text.as_bytes()).unwrap();
        let doc = Doc::new(text, tape.tokens());
        let mut order = Order::default();
        order.sort(doc, 0).unwrap();
        order.sorted.iter().map(|&(_, node)| doc.number(doc.member(node as usize, b"id").unwrap()).unwrap()).collect()
    }

    #[test]
    fn adds_come_out_in_document_order() {
        let ids = sorted(
            r#"[{"parentId":1,"nextId":null,"node":{"id":9,"type":3}},{"parentId":1,"nextId":9,"node":{"id":8,"type":2}},
            {"parentId":8,"nextId":null,"node":{"id":11,"type":3}},{"parentId":8,"nextId":11,"node":{"id":10,"type":3}}]"#,
        );
        assert_eq!(ids, [8, 10, 11, 9]);
    }

    #[test]
    fn rings_of_siblings_and_parents_lose_nothing() {
        let mut ids = sorted(
            r#"[{"parentId":1,"nextId":3,"node":{"id":2}},{"parentId":1,"nextId":2,"node":{"id":3}},
            {"parentId":5,"nextId":null,"node":{"id":4}},{"parentId":4,"nextId":null,"node":{"id":5}},
            {"parentId":6,"nextId":6,"node":{"id":6}},{"parentId":1,"nextId":null,"node":{"id":7}}]"#,
        );
        ids.sort_unstable();
        assert_eq!(ids, [2, 3, 4, 5, 6, 7]);
    }

    #[test]
    fn a_long_row_in_reverse_is_turned_around() {
        let adds: Vec<String> = (10..2000)
            .rev()
            .map(|id| {
                let next = if id == 1999 { "null".to_owned() } else { (id + 1).to_string() };
                format!(r#"{{"parentId":1,"nextId":{next},"node":{{"id":{id}}}}}"#)
            })
            .collect();
        assert_eq!(sorted(&format!("[{}]", adds.join(","))), (10..2000).collect::<Vec<u32>>());
    }
}
