// SPDX-License-Identifier: MIT
// Pages as a strict reader of XML sees them: every tag closed, every attribute quoted and once, no entity but XML's.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "utf8.hpp"

namespace atelier::test {

/// What first breaks `page`, with its surroundings; empty when it is well formed. Knows as much of XML as our pages use.
class WellFormed {
public:
    explicit WellFormed(std::string_view page) : rest_(page) {}

    std::string problem()
    {
        if (!is_valid_utf8(rest_)) {
            return "not UTF-8";
        }
        if (!take("<!DOCTYPE html>")) {
            return "no doctype";
        }
        while (!rest_.empty()) {
            if (take("<![CDATA[")) {
                const std::size_t end = rest_.find("]]>");
                if (end == std::string_view::npos) {
                    return "CDATA left open";
                }
                rest_.remove_prefix(end + 3);
            } else if (rest_.front() == '<') {
                if (!tag()) {
                    return what_ + " at: " + std::string(rest_.substr(0, 120));
                }
            } else if (!text(rest_.substr(0, rest_.find('<')))) {
                return what_;
            }
        }
        return open_.empty() ? std::string() : "left open: " + open_.back();
    }

private:
    bool take(std::string_view word)
    {
        const bool found = rest_.substr(0, word.size()) == word;
        rest_.remove_prefix(found ? word.size() : 0);
        return found;
    }

    bool fails(std::string what)
    {
        what_ = std::move(what);
        return false;
    }

    std::string name()
    {
        const std::size_t end = std::min(
            rest_.size(), rest_.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"));
        std::string taken(rest_.substr(0, end));
        rest_.remove_prefix(end);
        return taken;
    }

    bool tag()
    {
        if (take("</")) {
            const std::string closed = name();
            if (open_.empty() || open_.back() != closed || !take(">")) {
                return fails("closes what is not open: " + closed);
            }
            open_.pop_back();
            return true;
        }
        (void)take("<");
        const std::string opened = name();
        if (opened.empty()) {
            return fails("no name");
        }
        std::set<std::string> attributes;
        while (take(" ") || take("\n")) {
            const std::string attribute = name();
            const std::string_view value = attribute.empty() || !take("=\"") ? "<" : rest_.substr(0, rest_.find('"'));
            if (!attributes.insert(attribute).second || value.find('<') != std::string_view::npos) {
                return fails("attribute " + attribute);
            }
            if (!text(value) || !take("\"")) {
                return false;
            }
        }
        if (take("/>")) {
            return true;
        }
        open_.push_back(opened);
        return take(">") || fails("a tag left open");
    }

    /// Takes `words`, the beginning of the rest.
    bool text(std::string_view words)
    {
        for (std::size_t at = words.find('&'); at != std::string_view::npos; at = words.find('&', at + 1)) {
            const std::string_view entity = words.substr(at, words.find(';', at) - at);
            if (entity != "&amp" && entity != "&lt" && entity != "&gt" && entity != "&quot" && entity != "&#39") {
                return fails("entity " + std::string(entity.substr(0, 20)));
            }
        }
        if (words.find("]]>") != std::string_view::npos) {
            return fails("]]> in a text");
        }
        for (const char32_t c : Characters(words)) {
            if ((c < 0x20 && c != U'\n') || (c & 0xFFFEU) == 0xFFFE) {
                return fails("a character that no page may hold");
            }
        }
        rest_.remove_prefix(words.size());
        return true;
    }

    std::string_view rest_;
    std::vector<std::string> open_;
    std::string what_;
};

inline std::string xml_problem(std::string_view page) { return WellFormed(page).problem(); }

}  // namespace atelier::test
