// SPDX-License-Identifier: MIT
#include "markdown.hpp"

#include "markdown_tree.hpp"

namespace atelier {

std::vector<CodeBlock> code_blocks(std::string_view markdown)
{
    const MarkdownTree tree = parse_markdown(markdown);
    std::vector<CodeBlock> found;
    walk(tree.get(), [&](cmark_node* node, cmark_event_type) {
        if (::cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK) {
            int length = 0;
            int offset = 0;
            char character = 0;
            const int fence_lines = ::cmark_node_get_fenced(node, &length, &offset, &character) != 0 ? 1 : 0;
            found.push_back({std::string(view(::cmark_node_get_fence_info(node))), std::string(literal(node)),
                             ::cmark_node_get_start_line(node) + fence_lines});
        }
    });
    return found;
}

std::vector<Heading> headings(std::string_view markdown)
{
    const MarkdownTree tree = parse_markdown(markdown);
    std::vector<Heading> found;
    walk(tree.get(), [&](cmark_node* node, cmark_event_type event) {
        if (event == CMARK_EVENT_ENTER && ::cmark_node_get_type(node) == CMARK_NODE_HEADING) {
            found.push_back(
                {::cmark_node_get_heading_level(node), plain_text(node), ::cmark_node_get_start_line(node)});
        }
    });
    return found;
}

}  // namespace atelier
