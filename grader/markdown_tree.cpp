// SPDX-License-Identifier: MIT
#include "markdown_tree.hpp"

#include <cmark-gfm-core-extensions.h>

#include <mutex>

#include "error.hpp"
#include "message.hpp"

namespace atelier {

MarkdownTree parse_markdown(std::string_view markdown)
{
    // cmark-gfm keeps the characters that its extensions react to in tables shared by all parsers.
    static std::mutex one_at_a_time;
    const std::lock_guard lock(one_at_a_time);

    ::cmark_gfm_core_extensions_ensure_registered();
    const std::unique_ptr<cmark_parser, Release<cmark_parser_free>> parser(::cmark_parser_new(CMARK_OPT_VALIDATE_UTF8));
    for (const char* name : {"table", "strikethrough", "autolink"}) {
        cmark_syntax_extension* const extension = ::cmark_find_syntax_extension(name);
        if (extension == nullptr) {
            throw Error(tr("libcmark-gfm n'a pas l'extension « {} » ; réinstallez libcmark-gfm-extensions", name));
        }
        ::cmark_parser_attach_syntax_extension(parser.get(), extension);
    }
    ::cmark_parser_feed(parser.get(), markdown.empty() ? "" : markdown.data(), markdown.size());
    return MarkdownTree(::cmark_parser_finish(parser.get()));
}

std::vector<cmark_node*> children(cmark_node* parent)
{
    std::vector<cmark_node*> nodes;
    for (cmark_node* node = ::cmark_node_first_child(parent); node != nullptr; node = ::cmark_node_next(node)) {
        nodes.push_back(node);
    }
    return nodes;
}

std::string_view view(const char* text) { return text == nullptr ? std::string_view() : text; }

std::string_view literal(cmark_node* node) { return view(::cmark_node_get_literal(node)); }

bool is_a(cmark_node* node, std::string_view type) { return ::cmark_node_get_type_string(node) == type; }

std::string plain_text(cmark_node* root)
{
    std::string text;
    walk(root, [&](cmark_node* node, cmark_event_type) {
        const cmark_node_type type = ::cmark_node_get_type(node);
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) {
            text += literal(node);
        } else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
            text += ' ';
        }
    });
    return text;
}

void refuse_more_levels_than(int most, cmark_node* root)
{
    int depth = 0;
    walk(root, [&](cmark_node* node, cmark_event_type event) {
        if (::cmark_node_first_child(node) != nullptr) {
            depth += event == CMARK_EVENT_ENTER ? 1 : -1;
        }
        if (depth > most) {
            throw Error(
                tr("Ce texte imbrique plus de {} niveaux de listes, de citations ou d'emphases ; simplifiez-le", most));
        }
    });
}

}  // namespace atelier
