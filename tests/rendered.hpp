// SPDX-License-Identifier: MIT
// Markdown as a terminal shows it, for the tests of all the modules that it goes through.
#pragma once

#include <gmock/gmock.h>

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "markdown_terminal.hpp"
#include "utf8.hpp"

namespace atelier::test {

inline std::string plain(std::string_view markdown, int width = 80)
{
    return render_for_terminal(markdown, {.width = width});
}

inline std::string coloured(std::string_view markdown) { return render_for_terminal(markdown, {.colour = true}); }

inline std::string clickable(std::string_view markdown) { return render_for_terminal(markdown, {.hyperlinks = true}); }

inline std::vector<std::string> lines(const std::string& text)
{
    std::istringstream input(text);
    std::vector<std::string> result;
    for (std::string line; std::getline(input, line);) {
        result.push_back(line);
    }
    return result;
}

inline auto fits_in(std::size_t width)
{
    return testing::Each(
        testing::ResultOf([](const std::string& line) { return display_width(line); }, testing::Le(width)));
}

}  // namespace atelier::test
