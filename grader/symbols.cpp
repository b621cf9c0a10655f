// SPDX-License-Identifier: MIT
#include "symbols.hpp"

#include <dlfcn.h>
#include <elf.h>

#include <algorithm>
#include <cstring>
#include <optional>

namespace atelier {

namespace {

/// The T at `offset`, if it lies within `bytes`.
template <class T>
std::optional<T> read_at(std::string_view bytes, std::uint64_t offset)
{
    if (offset > bytes.size() || bytes.size() - offset < sizeof(T)) {
        return std::nullopt;
    }
    T value;
    std::memcpy(&value, bytes.data() + offset, sizeof value);
    return value;
}

std::string_view slice(std::string_view bytes, std::uint64_t offset, std::uint64_t size)
{
    return offset > bytes.size() || bytes.size() - offset < size ? std::string_view() : bytes.substr(offset, size);
}

/// Of a name that a real compiler would not write, what comes first is enough: a forged table may point each of its
/// entries at megabytes.
constexpr std::size_t longest_name = 4096;

std::string name_at(std::string_view names, std::uint64_t offset)
{
    if (offset >= names.size()) {
        return {};
    }
    const std::string_view name = names.substr(offset, longest_name);
    return std::string(name.substr(0, name.find('\0')));
}

bool starts_with_any(std::string_view name, std::initializer_list<std::string_view> prefixes)
{
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [&](std::string_view p) { return name.substr(0, p.size()) == p; });
}

bool is_forbidden(const std::string& versioned)
{
    // `.symver f, strlen@@X` makes a name that the linker takes for strlen.
    const std::string name = versioned.substr(0, versioned.find('@'));
    // Placement new and delete are inline: g++ leaves a copy in every object that uses them.
    if (name == "_ZnwmPv" || name == "_ZnamPv" || name == "_ZdlPvS_" || name == "_ZdaPvS_") {
        return false;
    }
    if (starts_with_any(name, {"_Z"})) {
        return starts_with_any(name, {"_Znw", "_Zna", "_Zdl", "_Zda"});
    }
    // What compilers add of their own.
    if (starts_with_any(name, {"__clang_call_terminate", "DW.ref.", "__odr_asan", "__asan_version", "__gxx_personality",
                               "__emutls", "asan.module"})) {
        return false;
    }
    if (name == "main" || starts_with_any(name, {"sqlite3_", "__asan_", "__lsan_", "__ubsan_", "__sanitizer_",
                                                 "__interceptor_", "__wrap_", "__real_"})) {
        return true;
    }
    // We are linked with the same libraries: a name found in us is one that the answer would hide.
    return ::dlsym(RTLD_DEFAULT, name.c_str()) != nullptr;
}

}  // namespace

std::vector<std::string> defined_symbols(std::string_view bytes)
{
    std::vector<std::string> result;
    const auto header = read_at<Elf64_Ehdr>(bytes, 0);
    if (!header || std::memcmp(header->e_ident, ELFMAG, SELFMAG) != 0 || header->e_ident[EI_CLASS] != ELFCLASS64) {
        return result;
    }
    const auto section = [&](std::uint64_t index) {
        return read_at<Elf64_Shdr>(bytes, header->e_shoff + index * sizeof(Elf64_Shdr));
    };
    // An object with 65,280 sections or more keeps their number in the first of them.
    const auto first = section(0);
    const std::uint64_t count = header->e_shnum == 0 && first
                                    ? std::min<std::uint64_t>(first->sh_size, bytes.size() / sizeof(Elf64_Shdr))
                                    : header->e_shnum;
    std::uint64_t left = bytes.size() / sizeof(Elf64_Sym);  // tables laid over each other would multiply the work
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto table = section(i);
        if (!table || table->sh_type != SHT_SYMTAB) {
            continue;
        }
        const auto strings = section(table->sh_link);
        const std::string_view names =
            strings ? slice(bytes, strings->sh_offset, strings->sh_size) : std::string_view();
        const std::string_view symbols = slice(bytes, table->sh_offset, table->sh_size);
        for (std::uint64_t at = 0; at + sizeof(Elf64_Sym) <= symbols.size() && left > 0;
             at += sizeof(Elf64_Sym), --left) {
            const auto symbol = *read_at<Elf64_Sym>(symbols, at);
            const unsigned binding = ELF64_ST_BIND(symbol.st_info);
            if (symbol.st_shndx != SHN_UNDEF &&
                (binding == STB_GLOBAL || binding == STB_WEAK || binding == STB_GNU_UNIQUE)) {
                result.push_back(name_at(names, symbol.st_name));
            }
        }
    }
    return result;
}

std::string forbidden_symbol(const std::vector<std::string>& symbols)
{
    const auto found = std::find_if(symbols.begin(), symbols.end(), is_forbidden);
    return found == symbols.end() ? std::string() : *found;
}

}  // namespace atelier
