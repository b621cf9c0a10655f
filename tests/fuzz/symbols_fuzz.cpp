// SPDX-License-Identifier: MIT
// Whatever an object file holds, its names are found in it, in a time that its size bounds.
#include "symbols.hpp"

#include <elf.h>

#include "fuzz.hpp"

namespace atelier {
namespace {

using fuzz::promise;

void test(std::string_view bytes)
{
    const std::vector<std::string> symbols = defined_symbols(bytes);
    promise(symbols.size() <= bytes.size() / sizeof(Elf64_Sym), "a symbol costs its entry");
    for (const std::string& symbol : symbols) {
        promise(symbol.size() <= 4096 && symbol.find('\0') == std::string::npos, "a name is short and whole", symbol);
        promise(bytes.find(symbol) != std::string_view::npos, "a name is in the object", symbol);
    }
    const std::string forbidden = forbidden_symbol(symbols);
    promise(forbidden.empty() || std::find(symbols.begin(), symbols.end(), forbidden) != symbols.end(),
            "a name that is refused is one of the object's", forbidden);
    for (const std::string& symbol : symbols) {
        const bool is_main = symbol.substr(0, symbol.find('@')) == "main";
        promise(!forbidden.empty() || (!is_main && symbol.rfind("sqlite3_", 0) != 0), "nobody takes the place of main",
                symbol);
    }
}

}  // namespace
}  // namespace atelier

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    atelier::test(atelier::fuzz::text_of(data, size));
    return 0;
}
