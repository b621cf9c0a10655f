// SPDX-License-Identifier: MIT
#include "symbols.hpp"

#include <elf.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "support.hpp"

namespace atelier {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

/// The object file that the compiler makes of `source`.
std::string object_of(std::string_view source)
{
    const TemporaryFolder folder;
    test::compile(source, folder.path() / "object", {"-c"});
    return read_file(folder.path() / "object");
}

template <class T>
void put(std::string& bytes, std::size_t offset, const T& value)
{
    if (bytes.size() < offset + sizeof value) {
        bytes.resize(offset + sizeof value);
    }
    std::memcpy(bytes.data() + offset, &value, sizeof value);
}

Elf64_Ehdr header(std::uint16_t sections)
{
    Elf64_Ehdr result{};
    std::memcpy(result.e_ident, ELFMAG, SELFMAG);
    result.e_ident[EI_CLASS] = ELFCLASS64;
    result.e_shoff = sizeof result;
    result.e_shnum = sections;
    return result;
}

/// An object with one symbol « evil », its table of symbols described by `table` and its names by `names`.
std::string small_object(const Elf64_Shdr& table, const Elf64_Shdr& names)
{
    std::string bytes;
    put(bytes, 0, header(2));
    put(bytes, sizeof(Elf64_Ehdr), table);
    put(bytes, sizeof(Elf64_Ehdr) + sizeof table, names);
    Elf64_Sym symbol{};
    symbol.st_name = 1;
    symbol.st_info = ELF64_ST_INFO(STB_GLOBAL, STT_FUNC);
    symbol.st_shndx = 1;
    put(bytes, bytes.size(), symbol);
    return bytes + std::string("\0evil\0", 6);
}

constexpr std::size_t symbol_offset = sizeof(Elf64_Ehdr) + 2 * sizeof(Elf64_Shdr);

Elf64_Shdr symbol_table()
{
    Elf64_Shdr result{};
    result.sh_type = SHT_SYMTAB;
    result.sh_offset = symbol_offset;
    result.sh_size = sizeof(Elf64_Sym);
    result.sh_link = 1;
    return result;
}

Elf64_Shdr name_table()
{
    Elf64_Shdr result{};
    result.sh_type = SHT_STRTAB;
    result.sh_offset = symbol_offset + sizeof(Elf64_Sym);
    result.sh_size = 6;
    return result;
}

TEST(Symbols, AreThoseThatAnObjectDefinesForOthers)
{
    const std::vector<std::string> symbols = defined_symbols(object_of(R"(
        extern "C" {
        int defined() { return 1; }
        int weakly __attribute__((weak)) = 2;
        static int hidden() { return 3; }
        int undefined();
        int used() { return hidden() + undefined(); }
        }
        namespace a { int f() { return 4; } }
        template <class T> T g(T t) { return t; }
        template int g<int>(int);
        struct S { static inline int unique = 5; };
        int* h() { return &S::unique; })"));
    for (const char* name : {"defined", "weakly", "used", "_ZN1a1fEv", "_Z1gIiET_S0_", "_ZN1S6uniqueE"}) {
        EXPECT_THAT(symbols, Contains(name));
    }
    EXPECT_THAT(symbols, Not(Contains("hidden")));
    EXPECT_THAT(symbols, Not(Contains("undefined")));
}

TEST(Symbols, OfTheSmallestObjectAreFound)
{
    EXPECT_THAT(defined_symbols(small_object(symbol_table(), name_table())), testing::ElementsAre("evil"));
}

TEST(Symbols, AreSeenThroughEverySleight)
{
    const std::vector<std::string> symbols = defined_symbols(object_of(R"(
        extern "C" int alias() __asm__("puts");
        int alias() { return 1; }
        __asm__(".globl by_asm\nby_asm:\n.set as_absolute, 42\n.globl as_absolute\n");
        __asm__(".comm shared, 4\n.symver by_asm, strlen@@ATELIER\n");)"));
    for (const char* name : {"puts", "by_asm", "as_absolute", "shared", "strlen@@ATELIER"}) {
        EXPECT_THAT(symbols, Contains(name));
    }
}

TEST(Symbols, OfSomethingElseAreNone)
{
    EXPECT_THAT(defined_symbols(""), IsEmpty());
    EXPECT_THAT(defined_symbols("\x7F"
                                "ELF"),
                IsEmpty());
    EXPECT_THAT(defined_symbols(std::string(1000, '\0')), IsEmpty());
    EXPECT_THAT(defined_symbols("int main() {}"), IsEmpty());
    std::string of_32_bits = small_object(symbol_table(), name_table());
    of_32_bits[EI_CLASS] = ELFCLASS32;
    EXPECT_THAT(defined_symbols(of_32_bits), IsEmpty());
}

TEST(Symbols, OfAnObjectCutAnywhereAreReadWithoutGoingBeyond)
{
    const std::string whole = object_of("extern \"C\" int un() { return 1; } int deux() { return 2; }");
    const std::size_t all = defined_symbols(whole).size();
    for (std::size_t length = 0; length < whole.size(); ++length) {
        // A copy of exactly that size: the sanitizer sees one byte too far.
        const std::vector<char> cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
        EXPECT_LE(defined_symbols({cut.data(), cut.size()}).size(), all);
    }
}

TEST(Symbols, OfDamagedObjectsAreReadWithoutGoingBeyond)
{
    const std::string whole = object_of("extern \"C\" int un() { return 1; } int deux() { return 2; }");
    std::mt19937_64 random(20240131);
    for (int round = 0; round < 20'000; ++round) {
        std::vector<char> damaged(whole.begin(), whole.end());
        for (int i = 0; i < 8; ++i) {
            // Half of the damage goes where the sections are described.
            Elf64_Ehdr head;
            std::memcpy(&head, whole.data(), sizeof head);
            const std::size_t from = random() % 2 == 0 ? head.e_shoff : 0;
            damaged[from + random() % (damaged.size() - from)] = static_cast<char>(random());
        }
        (void)defined_symbols({damaged.data(), damaged.size()});
    }
}

TEST(Symbols, OfRandomBytesAreReadWithoutGoingBeyond)
{
    std::mt19937_64 random(20240131);
    for (int round = 0; round < 5'000; ++round) {
        std::vector<char> bytes(random() % 600);
        for (char& byte : bytes) {
            byte = static_cast<char>(random());
        }
        if (bytes.size() > sizeof(Elf64_Ehdr)) {
            Elf64_Ehdr head = header(static_cast<std::uint16_t>(random()));
            head.e_shoff = random() % 3 == 0 ? random() : random() % bytes.size();
            std::memcpy(bytes.data(), &head, sizeof head);
        }
        (void)defined_symbols({bytes.data(), bytes.size()});
    }
}

TEST(Symbols, OffsetsThatOverflowLeadNowhere)
{
    const std::uint64_t huge = ~std::uint64_t{0};
    for (const std::uint64_t value :
         {huge, huge - 1, huge - 23, huge - 63, huge / 2, huge / 2 + 1, std::uint64_t{1} << 32U}) {
        Elf64_Shdr table = symbol_table();
        table.sh_offset = value;
        EXPECT_THAT(defined_symbols(small_object(table, name_table())), IsEmpty());
        table = symbol_table();
        table.sh_size = value;
        EXPECT_THAT(defined_symbols(small_object(table, name_table())), IsEmpty());
        Elf64_Shdr names = name_table();
        names.sh_offset = value;
        EXPECT_THAT(defined_symbols(small_object(symbol_table(), names)), testing::ElementsAre(""));
        std::string bytes = small_object(symbol_table(), name_table());
        Elf64_Ehdr head = header(2);
        head.e_shoff = value;
        put(bytes, 0, head);
        (void)defined_symbols(bytes);
    }
    Elf64_Shdr table = symbol_table();
    table.sh_link = 0xFFFF'FFFF;
    EXPECT_THAT(defined_symbols(small_object(table, name_table())), testing::ElementsAre(""));
}

TEST(Symbols, ANameThatNeverEndsEndsWithItsTable)
{
    Elf64_Shdr names = name_table();
    names.sh_size = 3;
    EXPECT_THAT(defined_symbols(small_object(symbol_table(), names)), testing::ElementsAre("ev"));
}

TEST(Symbols, TablesLaidOverEachOtherDoNotMultiplyTheWork)
{
    // 10,000 sections that all claim the same 10,000 symbols would be a hundred million of them.
    constexpr std::size_t many = 10'000;
    std::string bytes;
    put(bytes, 0, header(many));
    Elf64_Shdr table = symbol_table();
    table.sh_offset = sizeof(Elf64_Ehdr) + many * sizeof table;
    table.sh_size = many * sizeof(Elf64_Sym);
    Elf64_Sym symbol{};
    symbol.st_info = ELF64_ST_INFO(STB_GLOBAL, STT_FUNC);
    symbol.st_shndx = 1;
    for (std::size_t i = 0; i < many; ++i) {
        put(bytes, sizeof(Elf64_Ehdr) + i * sizeof table, table);
        put(bytes, table.sh_offset + i * sizeof symbol, symbol);
    }
    EXPECT_LE(defined_symbols(bytes).size(), bytes.size() / sizeof(Elf64_Sym));
}

TEST(Symbols, ManySectionsAreCountedInTheFirst)
{
    std::string bytes = small_object(symbol_table(), name_table());
    put(bytes, 0, header(0));
    Elf64_Shdr table = symbol_table();
    EXPECT_THAT(defined_symbols(bytes),
                testing::ElementsAre("evil"));  // the first section's size is read as their number
    table.sh_size = ~std::uint64_t{0};
    put(bytes, sizeof(Elf64_Ehdr), table);
    EXPECT_THAT(defined_symbols(bytes), IsEmpty());
}

TEST(ForbiddenSymbol, IsAnyNameThatTheProgramOrALibraryOwns)
{
    for (const char* name :
         {"main", "malloc", "free", "write", "exit", "_exit", "sqlite3_step", "sqlite3_anything_to_come", "__asan_init",
          "__lsan_do_leak_check", "__sanitizer_print", "__ubsan_on_report", "__wrap_sqlite3_prepare_v2",
          "__real_sqlite3_prepare_v2", "_Znwm", "_ZdlPv", "_Znam", "_ZdaPvm"}) {
        EXPECT_EQ(forbidden_symbol({"_Z7ajouterv", name}), name);
    }
}

TEST(ForbiddenSymbol, IsFoundUnderAVersion)
{
    EXPECT_EQ(forbidden_symbol({"malloc@@ATELIER"}), "malloc@@ATELIER");
    EXPECT_EQ(forbidden_symbol({"write@GLIBC_2.2.5"}), "write@GLIBC_2.2.5");
    EXPECT_EQ(forbidden_symbol({"main@@X"}), "main@@X");
}

TEST(ForbiddenSymbol, IsNoNameOfTheAnswersOwn)
{
    EXPECT_EQ(forbidden_symbol({}), "");
    EXPECT_EQ(forbidden_symbol({"_Z7ajouterRN6SQLite8DatabaseE", "_ZN5atelier1fEv", "ma_fonction_en_c",
                                "__clang_call_terminate", "DW.ref.__gxx_personality_v0"}),
              "");
}

TEST(ForbiddenSymbol, IsNotPlacementNewWhichIsInline)
{
    EXPECT_EQ(forbidden_symbol({"_ZnwmPv", "_ZnamPv", "_ZdlPvS_", "_ZdaPvS_"}), "");
}

TEST(ForbiddenSymbol, IsNotFoundInAnHonestAnswer)
{
    EXPECT_EQ(forbidden_symbol(defined_symbols(object_of(R"(
        #include <iostream>
        #include <map>
        #include <string>
        #include <vector>
        std::map<std::string, int> compte;
        thread_local int t = 3;
        struct Forme { virtual ~Forme() = default; virtual int aire() const = 0; };
        struct Carre : Forme { int aire() const override { return 4; } };
        int f() noexcept { std::vector<int> v{1, 2}; compte["a"] = v.at(1); std::cout << compte.size() << t; return Carre().aire(); })"))),
              "");
}

}  // namespace
}  // namespace atelier
