// SPDX-License-Identifier: MIT
// A Markdown text as cmark-gfm's syntax tree: freed by itself, walked without recursion.
//
// Only the modules about Markdown include this; the others ask markdown.hpp or markdown_terminal.hpp.
#pragma once

#include <cmark-gfm.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace atelier {

template <auto release>
struct Release {
    template <class T>
    void operator()(T* object) const
    {
        release(object);
    }
};

/// Owns a whole tree, from its root.
using MarkdownTree = std::unique_ptr<cmark_node, Release<cmark_node_free>>;

/// Never null: all texts are Markdown. May be called from several threads. Throws Error when the extensions of
/// cmark-gfm are not installed.
[[nodiscard]] MarkdownTree parse_markdown(std::string_view markdown);

/// Calls `visit(node, event)` on the way in and on the way out (leaves: once), without recursion.
template <class Visit>
void walk(cmark_node* root, const Visit& visit)
{
    const std::unique_ptr<cmark_iter, Release<cmark_iter_free>> steps(::cmark_iter_new(root));
    for (cmark_event_type event; (event = ::cmark_iter_next(steps.get())) != CMARK_EVENT_DONE;) {
        visit(::cmark_iter_get_node(steps.get()), event);
    }
}

/// From the first to the last; those of them are not included.
[[nodiscard]] std::vector<cmark_node*> children(cmark_node* parent);

/// A string that cmark owns, and gives as nullptr when there is none.
[[nodiscard]] std::string_view view(const char* text);

/// The text of a leaf, which lives as long as the tree; empty for the other nodes.
[[nodiscard]] std::string_view literal(cmark_node* node);

/// Whether `type` is the name that cmark gives to the node's type: the extensions' have no constant in its headers.
[[nodiscard]] bool is_a(cmark_node* node, std::string_view type);

/// All the text below `root`, without marks of emphasis, code or links.
[[nodiscard]] std::string plain_text(cmark_node* root);

/// Throws Error when the tree nests more than `most` levels: a renderer calls itself at each, and a stack is not
/// endless.
void refuse_more_levels_than(int most, cmark_node* root);

}  // namespace atelier
