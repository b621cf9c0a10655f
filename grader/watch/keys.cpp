// SPDX-License-Identifier: MIT
#include "watch/keys.hpp"

#include <cctype>
#include <cstddef>
#include <string>

namespace atelier::watch {

namespace {

/// The key of the sequence « ESC [ `parameters` `last` », or « ESC O `last` »; 0 when it is none of ours.
int key_of(std::string_view parameters, char last)
{
    switch (last) {
        case 'A': return up;
        case 'B': return down;
        case 'H': return home;
        case 'F': return end;
        case '~': break;
        default: return 0;
    }
    const std::string number(parameters.substr(0, parameters.find(';')));
    return number == "5" ? page_up : number == "6" ? page_down : number == "1" ? home : number == "4" ? end : 0;
}

}  // namespace

std::vector<int> keys_in(std::string_view bytes)
{
    std::vector<int> keys;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        if (byte == 0x1b) {
            const bool sequence = i + 1 < bytes.size() && (bytes[i + 1] == '[' || bytes[i + 1] == 'O');
            if (!sequence) {
                keys.push_back(escape);
                continue;
            }
            std::size_t last = i + 2;
            while (last < bytes.size() && bytes[last] >= 0x20 && bytes[last] < 0x40) {
                ++last;
            }
            if (last < bytes.size()) {
                if (const int key = key_of(bytes.substr(i + 2, last - i - 2), bytes[last])) {
                    keys.push_back(key);
                }
            }
            i = last;
        } else if (byte < 0x80) {
            keys.push_back(std::tolower(byte));
        }
    }
    return keys;
}

}  // namespace atelier::watch
