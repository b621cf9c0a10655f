// SPDX-License-Identifier: MIT
#include "explanations.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <ostream>
#include <string>
#include <vector>

#include "diagnostics.hpp"
#include "support.hpp"

namespace atelier {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(Explanations, OfALinkerNameTheFunctionThatIsMissing)
{
    const std::vector<std::string> outputs{
        "mold: error: undefined symbol: ajouter(SQLite::Database&, int)\n>>> referenced by programme.cpp\n>>>               /tmp/x.o\n",
        "/usr/bin/ld: /atelier/objects/x.o: in function `main':\nprogramme.cpp:(.text+0x1f): undefined reference to `ajouter(SQLite::Database&, int)'\n",
    };
    for (const std::string& output : outputs) {
        EXPECT_THAT(explain_linker(output, "reponse.cpp"),
                    AllOf(HasSubstr("ajouter(SQLite::Database&, int)"), HasSubstr("fourni.hpp"), HasSubstr("  | ")))
            << output;
    }
}

TEST(Explanations, OfALinkerNameWhatIsDefinedTwice)
{
    for (
        const char* output :
        {"mold: error: duplicate symbol: a.o: b.o: main\n",
         "/usr/bin/ld: b.o: in function `main':\nb.cpp:(.text+0x0): multiple definition of `main'; a.o:a.cpp:(.text+0x0): first defined here\n"}) {
        EXPECT_THAT(explain_linker(output, "reponse.cpp"), HasSubstr("définit main")) << output;
    }
    EXPECT_THAT(explain_linker("mold: error: duplicate symbol: a.o: b.o: f(int)\n", "reponse.cpp"),
                HasSubstr("f(int)"));
    EXPECT_THAT(explain_linker("mold: fatal: out of ideas\n", "reponse.cpp"),
                AllOf(HasSubstr("reponse.cpp"), HasSubstr("  | mold: fatal: out of ideas")));
}

TEST(Explanations, OfAnElementThatCannotBeMadeSayPushBack)
{
    EXPECT_THAT(
        explain_compiler("reponse.cpp:3:5: error: no matching function for call to 'construct_at'\n", "reponse.cpp"),
        HasSubstr("push_back({…})"));
}

TEST(Explanations, OfAStringThatIsConstexprSayStringView)
{
    // g++ tells it of a file of its own; short texts, which take no memory, only clang refuses.
    for (const char* output :
         {"reponse.hpp:2:30: error: constexpr variable 'schema' must be initialized by a constant expression\n"
          "inline constexpr std::string schema = \"SELECT 1\";\n",
          "reponse.hpp:2:30: error: constexpr variable 'schema' must be initialized by a constant expression\n"
          "/usr/include/allocator.h:185:31: note: heap allocation performed here\n",
          "/usr/include/c++/12/bits/allocator.h:185:52: error: 'std::__cxx11::basic_string<char>(((const char*)\"S\"), "
          "std::allocator<char>())' is not a constant expression because it refers to a result of 'operator new'\n"}) {
        EXPECT_THAT(explain_compiler(output, "reponse.hpp"), HasSubstr("constexpr std::string_view")) << output;
    }
    EXPECT_THAT(explain_compiler("reponse.hpp:2:3: error: constexpr variable 'v' must be initialized by a constant "
                                 "expression\nconstexpr std::string_view v = f();\n",
                                 "reponse.hpp"),
                Not(HasSubstr("écrivez constexpr std::string_view")));
}

TEST(Explanations, TakeNotesOfTheErrorOnly)
{
    EXPECT_THAT(explain_compiler("reponse.cpp:3:5: error: no viable overloaded '='\n"
                                 "reponse.cpp:4:5: error: no viable conversion from 'SQLite::Column' to 'int'\n",
                                 "reponse.cpp"),
                Not(HasSubstr("getInt64()")));
}

/// A common mistake, and a word that its explanation must have before the tool's own.
struct Mistake {
    const char* name;
    const char* source;
    int line;
    const char* word;

    friend std::ostream& operator<<(std::ostream& out, const Mistake& mistake) { return out << mistake.name; }
};

class CommonMistake : public testing::TestWithParam<Mistake> {};

TEST_P(CommonMistake, IsExplainedWhicheverTheCompiler)
{
    const Mistake& mistake = GetParam();
    const TemporaryFolder folder;
    write_file(folder.path() / "reponse.cpp", mistake.source);
    for (const char* compiler : {"/usr/bin/clang++", "/usr/bin/g++"}) {
        if (::access(compiler, X_OK) != 0) {
            continue;
        }
        Command command;
        command.arguments = {compiler,
                             "-std=c++20",
                             "-fsyntax-only",
                             "-Wall",
                             "-fdiagnostics-color=never",
                             "-I" ATELIER_SOURCE_FOLDER "/orm",
                             "reponse.cpp"};
        command.folder = folder.path();
        command.environment = {"PATH=/usr/bin", "LC_ALL=C.UTF-8"};
        command.limits = compile_limits();
        const Outcome outcome = run(command);
        EXPECT_FALSE(outcome.succeeded());
        const std::string said = explain_compiler(outcome.err, "reponse.cpp");
        const std::string french = said.substr(0, said.find("Le message d'origine"));
        EXPECT_THAT(french, AllOf(StartsWith("À la ligne " + std::to_string(mistake.line) + " de reponse.cpp"),
                                  HasSubstr(mistake.word), Not(HasSubstr("Le compilateur refuse"))))
            << compiler << " said:\n"
            << said;
    }
}

INSTANTIATE_TEST_SUITE_P(
    Explanations, CommonMistake,
    testing::Values(
        Mistake{"SemicolonForgotten", "int f()\n{\n    return 1\n}\n", 3, "point-virgule"},
        Mistake{"BraceForgotten", "int f()\n{\n    return 1;\n", 3, "accolade"},
        Mistake{"ParenthesisForgotten", "int f()\n{\n    return (1;\n}\n", 3, "parenthèse"},
        Mistake{"RawTextOpen", "const char* sql = R\"sql(\nSELECT 1\n\";\n", 1, "texte brut"},
        Mistake{"NameUnknown", "int f()\n{\n    return nombre;\n}\n", 3, "«\u00A0nombre\u00A0»"},
        Mistake{"TypeUnknown", "Base f();\n", 1, "«\u00A0Base\u00A0»"},
        Mistake{"IncludeUnknown", "#include \"absent.hpp\"\n", 1, "«\u00A0absent.hpp\u00A0»"},
        Mistake{"NotInNamespace", "#include <string>\nstd::strng f();\n", 2, "strng"},
        Mistake{"MemberUnknown", "struct S { int a; };\nint f(S s) { return s.b; }\n", 2, "«\u00A0b\u00A0»"},
        Mistake{"DefinedTwice", "int f() { return 1; }\nint f() { return 2; }\n", 2, "deux fois"},
        Mistake{"CallWithTooFew", "int f(int);\nint g() { return f(); }\n", 2, "argument"},
        Mistake{"WrongConversion", "#include <string>\nint f(std::string s) { return s; }\n", 2, "std::string"},
        Mistake{"CopyForbidden",
                "struct S { S() = default; S(const S&) = delete; };\nvoid f(S);\nvoid g() { S s; f(s); }\n", 3, "copi"},
        Mistake{"ConstModified", "void f(const int& a) { a = 3; }\n", 1, "constante"},
        Mistake{
            "TransactionWithoutAName",
            "#include <SQLiteCpp/SQLiteCpp.h>\nvoid f(SQLite::Database& base)\n{\n    SQLite::Transaction(base);\n}\n",
            4, "SQLite::Transaction transaction(base)"},
        Mistake{"RollbackOfATransaction",
                "#include <SQLiteCpp/SQLiteCpp.h>\nvoid f(SQLite::Transaction& t) { t.rollback(); }\n", 2,
                "destructeur"},
        Mistake{"ReferenceMemberNotBound", "struct S {\n    int& a;\n    S(int& b) { a = b; }\n};\n", 3, "référence"},
        Mistake{
            "ColumnAssigned",
            "#include <string>\nnamespace SQLite { struct Column { operator std::string() const; operator const char*() const; }; }\n"
            "void f(SQLite::Column c) { std::string s; s = c; }\n",
            3, "getString()"},
        Mistake{"CaseUnknown", "extern const int a;\nvoid f(int b) { switch (b) { case a: return; } }\n", 2,
                "suite de if"},
        Mistake{"BranchesThatDiffer",
                "#include <optional>\nstd::optional<int> f(bool a) { return a ? std::nullopt : 1; }\n", 2,
                "std::nullopt_t"},
        Mistake{
            "EntityNotDescribed",
            "namespace orm { template <class T> struct Table; }\nstruct Livre {};\nint f() { return orm::Table<Livre>::nom; }\n",
            3, "orm::Table<Livre>"},
        Mistake{
            "TypeWithoutConversion",
            "namespace orm { template <class T> struct Conversion; }\nint f() { return orm::Conversion<float>::type; }\n",
            2, "orm::Conversion<float>"},
        Mistake{
            "EntityForgotten",
            "template <class T, class F> void pour_chaque_colonne(F) {}\nvoid f() { pour_chaque_colonne([](const auto&) {}); }\n",
            2, "une entité"},
        Mistake{
            "ColumnOfSomethingElse",
            "template <class T, class M> int colonne(const char*, M T::*) { return 0; }\nstruct Livre { int prix; };\nint f() { return colonne(\"prix\", Livre().prix); }\n",
            3, "&Structure::membre"},
        Mistake{"NameOfAColumnWithoutItsEntity",
                "#include <membre.hpp>\nstruct Livre { int prix; };\n"
                "auto f() { return orm::nom_de_colonne<&Livre::prix>(); }\n",
                3, "nom_de_colonne<T, membre>()"},
        Mistake{"NameOfAColumnTheOtherWayRound",
                "#include <membre.hpp>\nstruct Livre { int prix; };\n"
                "auto f() { return orm::nom_de_colonne<&Livre::prix, Livre>(); }\n",
                3, "nom_de_colonne<T, membre>()"},
        Mistake{"NameOfAColumnGivenAnArgument",
                "#include <membre.hpp>\nstruct Livre { int prix; };\n"
                "auto f() { return orm::nom_de_colonne<Livre>(&Livre::prix); }\n",
                3, "rien entre parenthèses"},
        Mistake{"ConstraintForgotten",
                "#include <table.hpp>\ntemplate <orm::Entite T> class Query;\ntemplate <class T> class Query {};\n", 3,
                "template <Entite T>"},
        Mistake{"MemberWithoutAColumn",
                "#include <membre.hpp>\nstruct Livre { int prix; };\ntemplate <> struct orm::Table<Livre> {\n"
                "    static constexpr std::string_view nom = \"livres\";\n"
                "    static constexpr std::tuple<> colonnes{};\n};\n"
                "auto f()\n{\n    return orm::nom_de_colonne<Livre, &Livre::prix>();\n}\n",
                9, "n'a pas de colonne"},
        Mistake{"ObjectAddedThatIsNoEntity",
                "#include <orm.hpp>\nstruct Livre {};\nvoid f(orm::Session& s) { s.add(Livre{}); }\n", 3,
                "spécialisation de orm::Table"},
        Mistake{"EntityQueriedThatIsNone",
                "#include <orm.hpp>\nstruct Livre {};\nauto f(orm::Session& s) { return s.query<Livre>(); }\n", 3,
                "spécialisation de orm::Table"},
        Mistake{"ClassOfNoEntity", "#include <orm.hpp>\nstruct Livre {};\nstruct S { orm::Query<Livre> q; };\n", 3,
                "spécialisation de orm::Table"},
        Mistake{"EntityToGetForgotten", "#include <orm.hpp>\nauto f(orm::Session& s) { return s.get(3); }\n", 2,
                "entre chevrons une entité"},
        Mistake{"ViewAdded",
                "#include <string>\nstd::string f(std::string_view a) { return \"b\" + std::string(\"c\") + a; }\n", 2,
                "+="},
        Mistake{"ViewAddedFirst",
                "#include <string>\nstd::string f(std::string_view a) { return std::string(a + \", \"); }\n", 2, "+="},
        Mistake{"TextOnSeveralLines", "const char* sql = \"SELECT nom\n    FROM communes\";\n", 1, "R\"(…)\""},
        Mistake{"ConstForgotten", "struct S { int f() const; };\nint S::f() { return 1; }\n", 2,
                "référence (&), const"},
        Mistake{"ReferenceForgotten", "struct S { void f(int&); };\nvoid S::f(int) {}\n", 2, "signe par signe"},
        Mistake{"OtherParameterInANamespace", "namespace n { int f(int); }\nint n::f(long) { return 1; }\n", 2,
                "signe par signe"},
        Mistake{"NoexceptForgotten", "struct S { void f() const noexcept; };\nvoid S::f() const {}\n", 2, "noexcept"},
        Mistake{"NoexceptOfAFunctionForgotten", "void f(int*) noexcept;\nvoid f(int*) {}\n", 2, "noexcept"},
        Mistake{"UniquePointerFromAPointer",
                "#include <sqlite3.h>\n#include <memory>\nstruct F { void operator()(sqlite3*) const; };\n"
                "using Base = std::unique_ptr<sqlite3, F>;\nvoid f(sqlite3* p) { Base base = p; }\n",
                5, "Base base(pointeur)"},
        Mistake{"UniquePointerReturned",
                "#include <sqlite3.h>\n#include <memory>\nstruct F { void operator()(sqlite3_stmt*) const; };\n"
                "using Requete = std::unique_ptr<sqlite3_stmt, F>;\nRequete f(sqlite3_stmt* p) { return p; }\n",
                5, "toutes lettres"},
        Mistake{"UniquePointerAssigned",
                "#include <sqlite3.h>\n#include <memory>\nstruct F { void operator()(sqlite3*) const; };\n"
                "using Base = std::unique_ptr<sqlite3, F>;\nvoid f(Base& b, sqlite3* p) { b = p; }\n",
                5, "reset(pointeur)"},
        Mistake{"UniquePointerGivenToC",
                "#include <sqlite3.h>\n#include <memory>\nstruct F { void operator()(sqlite3*) const; };\n"
                "using Base = std::unique_ptr<sqlite3, F>;\nint f(Base& b) { return sqlite3_changes(b); }\n",
                5, "get()"},
        Mistake{"UniquePointerFilledByC",
                "#include <sqlite3.h>\n#include <memory>\nstruct F { void operator()(sqlite3*) const; };\n"
                "using Base = std::unique_ptr<sqlite3, F>;\nint f(Base& b) { return sqlite3_open(\"a\", &b); }\n",
                5, "remplir"},
        Mistake{"ColumnTextToString",
                "#include <sqlite3.h>\n#include <string>\nvoid f(sqlite3_stmt* r)\n{\n"
                "    std::string s = sqlite3_column_text(r, 0);\n}\n",
                5, "reinterpret_cast<const char*>"},
        Mistake{"ColumnTextReturned",
                "#include <sqlite3.h>\n#include <string>\n"
                "std::string f(sqlite3_stmt* r) { return sqlite3_column_text(r, 0); }\n",
                3, "reinterpret_cast<const char*>"},
        Mistake{"ColumnTextAssigned",
                "#include <sqlite3.h>\n#include <string>\n"
                "void f(sqlite3_stmt* r, std::string& s) { s = sqlite3_column_text(r, 0); }\n",
                3, "reinterpret_cast<const char*>"},
        Mistake{"ColumnTextToConstructor",
                "#include <sqlite3.h>\n#include <string>\n"
                "std::string f(sqlite3_stmt* r) { return std::string(sqlite3_column_text(r, 0), 3); }\n",
                3, "reinterpret_cast<const char*>"},
        Mistake{"ColumnTextBetweenBraces",
                "#include <sqlite3.h>\n#include <string>\n"
                "void f(sqlite3_stmt* r) { std::string s{sqlite3_column_text(r, 0), 3}; }\n",
                3, "reinterpret_cast<const char*>"},
        Mistake{"ColumnTextToChars",
                "#include <sqlite3.h>\nconst char* f(sqlite3_stmt* r)\n{\n"
                "    const char* s = sqlite3_column_text(r, 0);\n    return s;\n}\n",
                4, "reinterpret_cast<const char*>"},
        Mistake{"ColumnTextToStaticCast",
                "#include <sqlite3.h>\n"
                "const char* f(sqlite3_stmt* r) { return static_cast<const char*>(sqlite3_column_text(r, 0)); }\n",
                2, "reinterpret_cast<const char*>"},
        Mistake{"ColumnBlobToChars",
                "#include <sqlite3.h>\nvoid f(sqlite3_stmt* r) { const char* s = sqlite3_column_blob(r, 0); }\n", 2,
                "par static_cast"},
        Mistake{"StringToOpen",
                "#include <sqlite3.h>\n#include <string>\nint f(const std::string& chemin, sqlite3* base)\n{\n"
                "    return sqlite3_open_v2(chemin, &base, SQLITE_OPEN_READWRITE, nullptr);\n}\n",
                5, "«\u00A0const std::string\u00A0» qui est donné"},
        Mistake{"PathToOpen",
                "#include <sqlite3.h>\n#include <filesystem>\nint f(std::filesystem::path chemin, sqlite3* base)\n{\n"
                "    return sqlite3_open_v2(chemin, &base, SQLITE_OPEN_READWRITE, nullptr);\n}\n",
                5, "c_str()"},
        Mistake{"ViewToExec",
                "#include <sqlite3.h>\n#include <string_view>\n"
                "int f(sqlite3* b, std::string_view sql) { return sqlite3_exec(b, sql, nullptr, nullptr, nullptr); }\n",
                3, "data()"},
        Mistake{"AddressOfTheBaseForgotten",
                "#include <sqlite3.h>\nint f(sqlite3* base) { return sqlite3_open(\"a\", base); }\n", 2, "&base"},
        Mistake{"AddressOfTheStatementForgotten",
                "#include <sqlite3.h>\nint f(sqlite3* base, sqlite3_stmt* requete)\n{\n"
                "    return sqlite3_prepare_v2(base, \"SELECT 1\", -1, requete, nullptr);\n}\n",
                4, "&requete"},
        Mistake{"AddressTooMuch", "#include <sqlite3.h>\nint f(sqlite3_stmt* r) { return sqlite3_step(&r); }\n", 2,
                "retirez le &"},
        Mistake{"StatementForTheBase", "#include <sqlite3.h>\nint f(sqlite3_stmt* r) { return sqlite3_changes(r); }\n",
                2, "ou l'inverse"},
        Mistake{"SavepointWithoutItsHeader",
                "#include <SQLiteCpp/SQLiteCpp.h>\nvoid f(SQLite::Database& base)\n{\n"
                "    SQLite::Savepoint point(base, \"a\");\n}\n",
                4, "#include <SQLiteCpp/Savepoint.h>"},
        Mistake{"SavepointMemberWithoutItsHeader",
                "#include <SQLiteCpp/SQLiteCpp.h>\nstruct S { SQLite::Savepoint point; };\n", 2,
                "#include <SQLiteCpp/Savepoint.h>"},
        Mistake{"BindWithoutItsHeader",
                "#include <SQLiteCpp/SQLiteCpp.h>\nvoid f(SQLite::Statement& r) { SQLite::bind(r, 1, 2); }\n", 2,
                "#include <SQLiteCpp/VariadicBind.h>"},
        Mistake{"UnknownClassOfANamespace", "#include <string>\nvoid f()\n{\n    std::strng s(\"a\");\n}\n", 4,
                "std::strng"},
        Mistake{"ColumnToVariant",
                "#include <SQLiteCpp/SQLiteCpp.h>\n#include <string>\n#include <variant>\n"
                "std::variant<int, std::string> f(const SQLite::Column& c) { return c; }\n",
                4, "getInt64()"},
        Mistake{"ColumnAssignedToVariant",
                "#include <SQLiteCpp/SQLiteCpp.h>\n#include <string>\n#include <variant>\n"
                "void f(SQLite::Column c, std::variant<int, std::string>& v) { v = c; }\n",
                4, "getInt64()"},
        Mistake{"VariantMadeOfAColumn",
                "#include <SQLiteCpp/SQLiteCpp.h>\n#include <string>\n#include <variant>\n"
                "using V = std::variant<int, std::string>;\nV f(const SQLite::Column& c) { return V(c); }\n",
                5, "getInt64()"},
        Mistake{"QuoteForgotten", "const char* f() { return \"a; }\n", 1, "guillemet"}),
    [](const testing::TestParamInfo<Mistake>& info) { return info.param.name; });

}  // namespace
}  // namespace atelier
