// SPDX-License-Identifier: MIT
#include "check/database.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sqlite3.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <random>

#include "check/child.hpp"
#include "check/hardened_connection.hpp"
#include "check/hostile_answer.hpp"
#include "check/sqlite.hpp"
#include "error.hpp"
#include "files.hpp"
#include "french.hpp"

namespace atelier::check {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;
using ::testing::ThrowsMessage;

const std::string people =
    "CREATE TABLE utilisateurs (id INTEGER PRIMARY KEY, nom TEXT NOT NULL, age INTEGER DEFAULT 18);"
    "INSERT INTO utilisateurs VALUES (1, 'Zoé', 30), (2, 'L''Haÿ', NULL);";

class DatabaseFile : public ::testing::Test {
protected:
    [[nodiscard]] fs::path path(const std::string& name = "a.db") const { return folder_.path() / name; }
    [[nodiscard]] Database database(const std::string& name = "a.db") const { return {folder_.path(), name}; }

    /// A database made the way a student's program would.
    Database made(const std::string& sql, const std::string& name = "a.db") const
    {
        const Connection connection = open_connection(path(name).string());
        execute_all(connection.get(), sql);
        return database(name);
    }

    /// Makes the schema say what no CREATE would have let it say.
    Database made_by_force(const std::string& sql, const std::string& forced) const
    {
        const Connection connection = open_connection(path().string());
        sqlite3_db_config(connection.get(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
        execute_all(connection.get(), sql + "PRAGMA writable_schema=ON;" + forced);
        return database();
    }

    TemporaryFolder folder_;
};

using DatabaseApi = DatabaseFile;

TEST_F(DatabaseApi, ReadsRowsWithTheirTypesAndColumns)
{
    const Table table = made(people).rows("SELECT nom, age, age / 4.0 AS quart, x'00ff' FROM utilisateurs ORDER BY id");
    EXPECT_EQ(table.problem, "");
    EXPECT_THAT(table.columns, ElementsAre("nom", "age", "quart", "x'00ff'"));
    EXPECT_THAT(table.rows, ElementsAre(Row{"Zoé", 30, 7.5, Blob{std::byte{0}, std::byte{255}}},
                                        Row{"L'Haÿ", nullptr, nullptr, Blob{std::byte{0}, std::byte{255}}}));
}

TEST_F(DatabaseApi, BindsParameters)
{
    EXPECT_THAT(made(people).rows("SELECT id FROM utilisateurs WHERE nom = ? AND age IS ?", {"L'Haÿ", nullptr}).rows,
                ElementsAre(Row{2}));
}

TEST_F(DatabaseApi, TellsTheSchemaOfATable)
{
    const Table schema = made(people).schema("utilisateurs");
    EXPECT_THAT(schema.rows, ElementsAre(Row{"id", "INTEGER", 0, nullptr, 1}, Row{"nom", "TEXT", 1, nullptr, 0},
                                         Row{"age", "INTEGER", 0, "18", 0}));
    EXPECT_THAT(schema.select({"name", "type"}).rows.front(), (Row{"id", "INTEGER"}));
}

TEST_F(DatabaseApi, HasNoSchemaForATableThatIsNotThere)
{
    const Table schema = made(people).schema("absente");
    EXPECT_THAT(schema.rows, IsEmpty());
    EXPECT_EQ(schema.problem, "");
}

TEST_F(DatabaseApi, FindsTablesWhateverTheirNames)
{
    const Database base = made(
        "CREATE TABLE \"d'été\" (x); CREATE TABLE \"le \"\"mot\"\"\" (y INTEGER PRIMARY KEY AUTOINCREMENT); CREATE TABLE sqliteries (z);");
    EXPECT_THAT(base.tables().rows, ElementsAre(Row{"d'été"}, Row{"le \"mot\""}, Row{"sqliteries"}));
    EXPECT_EQ(base.schema("le \"mot\"").rows.at(0).at(0), Value("y"));
}

TEST_F(DatabaseApi, SaysInFrenchWhichTableOrColumnIsMissing)
{
    const Database base = made(people);
    EXPECT_EQ(test::plain(base.rows("SELECT * FROM clients").problem),
              "La base a.db ne peut pas être lue : la table « clients » n'existe pas dans la base.");
    EXPECT_EQ(test::plain(base.rows("SELECT prenom FROM utilisateurs").problem),
              "La base a.db ne peut pas être lue : la colonne « prenom » n'existe pas dans la base.");
}

TEST_F(DatabaseApi, BlamesTheAuthorForSqlThatIsWrongAnywhere)
{
    const Database base = made(people);
    for (const char* wrong : {"SELEC 1", "SELECT", "SELECT 'a", "SELECT absente(1)", "SELECT abs(1, 2, 3)"}) {
        EXPECT_THAT([&] { (void)base.rows(wrong); },
                    ThrowsMessage<Error>(AllOf(StartsWith("a check's SQL is wrong"), HasSubstr(wrong))));
    }
    EXPECT_THAT([&] { (void)base.rows("SELECT 1", {2}); }, ThrowsMessage<Error>(HasSubstr("binds a parameter")));
}

TEST_F(DatabaseApi, LeavesTheFileAsItWas)
{
    const Database base = made(people);
    const std::string before = read_file(path());
    (void)base.rows("SELECT * FROM utilisateurs");
    (void)base.rows("DELETE FROM utilisateurs");
    (void)base.tables();
    EXPECT_EQ(read_file(path()), before);
    EXPECT_THAT(names_in(folder_.path()), ElementsAre("a.db"));
}

TEST_F(DatabaseApi, ChangesTheFileWhenAsked)
{
    const Database base = made(people);
    const Table done =
        base.execute("DELETE FROM utilisateurs WHERE id = 1; INSERT INTO utilisateurs VALUES (3, 'Ada', 1);");
    EXPECT_EQ(done.problem, "");
    EXPECT_THAT(done.rows, IsEmpty());
    EXPECT_THAT(base.rows("SELECT id FROM utilisateurs ORDER BY id").rows, ElementsAre(Row{2}, Row{3}));
}

TEST_F(DatabaseApi, ChangesAllOrNothing)
{
    const Database base = made(people);
    EXPECT_THAT(test::plain(base.execute("DELETE FROM utilisateurs; INSERT INTO absente VALUES (1);").problem),
                HasSubstr("no such table: absente"));
    EXPECT_THAT(base.rows("SELECT count(*) FROM utilisateurs").only(), Value(2));
}

TEST_F(DatabaseApi, ChangesADatabaseWhoseRowsAreStillInItsWal)
{
    const Connection writer = open_connection(path().string());
    execute_all(writer.get(), "PRAGMA journal_mode=WAL;" + people);
    const Database base = database();
    EXPECT_EQ(test::plain(base.execute("INSERT INTO utilisateurs VALUES (3, 'Ada', 1)").problem), "");
    EXPECT_THAT(base.rows("SELECT id FROM utilisateurs ORDER BY id").rows, ElementsAre(Row{1}, Row{2}, Row{3}));
}

TEST_F(DatabaseApi, CannotChangeWhatIsNotThere)
{
    EXPECT_THAT(test::plain(database().execute("CREATE TABLE t (x)").problem), HasSubstr("n'existe pas"));
    EXPECT_FALSE(database().exists());
}

// --- The file itself ----------------------------------------------------------------------------------------------

using HostileFile = DatabaseFile;

/// Reads all that a check may read. Whatever the file is, this is quick, and neither throws nor crashes.
std::string problem_of(const Database& base)
{
    const auto start = std::chrono::steady_clock::now();
    std::string problem;
    for (const Table& table : {base.tables(), base.schema("utilisateurs"), base.rows("SELECT * FROM utilisateurs")}) {
        EXPECT_TRUE(table.problem.empty() || table.rows.empty());
        problem = test::plain(table.problem);
    }
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(60));
    return problem;
}

TEST_F(HostileFile, IsMissing)
{
    EXPECT_EQ(problem_of(database()), "La base a.db ne peut pas être lue : le fichier a.db n'existe pas.");
}

TEST_F(HostileFile, IsASymbolicLink)
{
    made(people, "secret.db");
    fs::create_symlink(path("secret.db"), path());
    EXPECT_EQ(problem_of(database()), "La base a.db ne peut pas être lue : a.db n'est pas un fichier ordinaire.");
    EXPECT_TRUE(database().exists());
}

TEST_F(HostileFile, IsADanglingLink)
{
    fs::create_symlink("/absent", path());
    EXPECT_THAT(problem_of(database()), HasSubstr("n'est pas un fichier ordinaire"));
    EXPECT_TRUE(database().exists());
}

TEST_F(HostileFile, IsAFifoThatNobodyWritesInto)
{
    ASSERT_EQ(::mkfifo(path().c_str(), 0644), 0);
    EXPECT_THAT(problem_of(database()), HasSubstr("n'est pas un fichier ordinaire"));
}

TEST_F(HostileFile, IsASocket)
{
    const Descriptor listener(::socket(AF_UNIX, SOCK_STREAM, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    ASSERT_LT(path().string().size(), sizeof address.sun_path);
    path().string().copy(address.sun_path, sizeof address.sun_path - 1);
    ASSERT_EQ(::bind(listener.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    EXPECT_THAT(problem_of(database()), HasSubstr("n'est pas un fichier ordinaire"));
}

TEST_F(HostileFile, IsAFolder)
{
    fs::create_directory(path());
    EXPECT_THAT(problem_of(database()), HasSubstr("n'est pas un fichier ordinaire"));
}

TEST_F(HostileFile, IsClosedToItsReader)
{
    made(people);
    ASSERT_EQ(::chmod(path().c_str(), 0), 0);
    EXPECT_THAT(problem_of(database()), ::geteuid() == 0 ? HasSubstr("") : HasSubstr("ne se laisse pas ouvrir"));
}

TEST_F(HostileFile, IsSparseAndHuge)
{
    made(people);
    ASSERT_EQ(::truncate(path().c_str(), off_t{100} << 30U), 0);
    EXPECT_EQ(problem_of(database()), "La base a.db ne peut pas être lue : a.db dépasse 64 Mio.");
}

TEST_F(HostileFile, IsEmptyWhichIsAValidBase)
{
    write_file(path(), "");
    EXPECT_EQ(database().tables().problem, "");
    EXPECT_THAT(database().tables().rows, IsEmpty());
    EXPECT_THAT(problem_of(database()), HasSubstr("la table « utilisateurs » n'existe pas"));
}

TEST_F(HostileFile, IsText)
{
    write_file(path(), "Bonjour, je ne suis pas une base.\n");
    EXPECT_THAT(problem_of(database()), HasSubstr("file is not a database"));
    write_file(path(), std::string(100'000, 'a'));
    EXPECT_THAT(problem_of(database()), HasSubstr("file is not a database"));
}

TEST_F(HostileFile, IsTruncatedAnywhere)
{
    made(
        people +
        "CREATE TABLE gros (x); WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 500) INSERT INTO gros SELECT printf('%0200d', i) FROM c;");
    const std::string whole = read_file(path());
    for (const std::size_t size : {std::size_t{1}, std::size_t{15}, std::size_t{99}, std::size_t{100},
                                   std::size_t{4095}, std::size_t{4097}, whole.size() / 2, whole.size() - 4096}) {
        write_file(path(), whole.substr(0, size));
        EXPECT_NE(problem_of(database()), "") << size;
    }
}

TEST_F(HostileFile, IsSpoiltAnywhere)
{
    const Database base = made(
        people +
        "CREATE INDEX par_nom ON utilisateurs (nom); CREATE TABLE gros (x); INSERT INTO gros VALUES (zeroblob(9000));"
        "WITH RECURSIVE c(i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM c WHERE i < 300) INSERT INTO utilisateurs SELECT i, 'nom' || i, i FROM c;");
    const std::string whole = read_file(path());
    std::mt19937 random(20);  // NOLINT: the same positions in every run
    int refused = 0;
    for (int i = 0; i < 120; ++i) {
        std::string spoilt = whole;
        for (int j = 0; j <= i % 4; ++j) {
            // Half of the blows fall on the headers, where they hurt.
            const std::size_t page = random() % (whole.size() / 4096) * 4096;
            const std::size_t at = page + random() % (j % 2 == 0 ? 110 : 4096);
            spoilt[at] = static_cast<char>(static_cast<unsigned char>(spoilt[at]) ^ (1U << random() % 8));
        }
        write_file(path(), spoilt);
        const Table table = base.rows("SELECT * FROM utilisateurs");
        EXPECT_TRUE(table.problem.empty() || table.rows.empty());
        EXPECT_THAT(table.problem, Not(HasSubstr("fait échouer SQLite"))) << "a crash at blow " << i;
        refused += table.problem.empty() ? 0 : 1;
    }
    EXPECT_GT(refused, 20);
}

TEST_F(HostileFile, IsNamedAsNobodyWouldNameIt)
{
    for (const std::string name :
         {"l'été \"92\".db", "a;DROP TABLE t.db", "-v.db", "file:x?mode=memory", "été\n\x1b[31m.db"}) {
        made(people, name);
        EXPECT_THAT(database(name).rows("SELECT count(*) FROM utilisateurs").only(), Value(2)) << name;
    }
    EXPECT_THAT(test::plain(database("\x1b[31m").rows("SELECT 1").problem), Not(HasSubstr("\x1b")));
}

// --- What is beside it --------------------------------------------------------------------------------------------

using HostileJournal = DatabaseFile;

std::string big_endian(std::uint32_t n)
{
    std::string bytes;
    for (const unsigned shift : {24U, 16U, 8U, 0U}) {
        bytes += static_cast<char>(n >> shift & 0xFFU);
    }
    return bytes;
}

/// A hot journal of no page, which says that it belongs to the transaction of the super-journal `victim`: once it is
/// rolled back, SQLite deletes that file.
std::string journal_naming(const std::string& victim)
{
    const std::string magic = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7";
    std::string journal = magic + big_endian(0) + big_endian(0) + big_endian(2) + big_endian(512) + big_endian(4096);
    journal.resize(512, '\0');
    std::uint32_t sum = 0;
    for (const char c : victim) {
        sum += static_cast<std::uint32_t>(static_cast<signed char>(c));
    }
    return journal + big_endian(0x40000000 / 4096 + 1) + victim +
           big_endian(static_cast<std::uint32_t>(victim.size())) + big_endian(sum) + magic;
}

TEST_F(HostileJournal, NamesAnotherFileOfTheMachineWhichSurvives)
{
    made(people);
    write_file(path("victim"), "precious");
    const std::string journal = journal_naming(path("victim").string());
    write_file(path("a.db-journal"), journal);
    EXPECT_THAT(problem_of(database()), HasSubstr("un journal (a.db-journal) est resté"));
    EXPECT_THAT(test::plain(database().execute("DELETE FROM utilisateurs").problem), HasSubstr("un journal"));
    EXPECT_EQ(read_file(path("victim")), "precious");
    EXPECT_EQ(read_file(path("a.db-journal")), journal);

    // The danger is real: a reader who trusts the file loses the other one.
    const Connection trusting = open_connection(path().string());
    execute_all(trusting.get(), "SELECT * FROM utilisateurs");
    EXPECT_FALSE(fs::exists(path("victim")));
}

TEST_F(HostileJournal, StaysFromATransactionNeitherCommittedNorRolledBack)
{
    made(people);
    const Connection writer = open_connection(path().string());
    execute_all(
        writer.get(),
        "PRAGMA cache_size=1; BEGIN; WITH RECURSIVE c(i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM c WHERE i < 3000) INSERT INTO utilisateurs SELECT i, 'x', 0 FROM c;");
    EXPECT_THAT(problem_of(database()), HasSubstr("une transaction n'a été ni validée ni annulée"));
}

TEST_F(HostileJournal, IsDoneWithWhenItsHeaderIsZeroed)
{
    made("PRAGMA journal_mode=PERSIST;" + people);
    ASSERT_GT(fs::file_size(path("a.db-journal")), 0U);
    EXPECT_EQ(problem_of(database()), "");
    made("PRAGMA journal_mode=TRUNCATE; DELETE FROM utilisateurs");
    ASSERT_EQ(fs::file_size(path("a.db-journal")), 0U);
    EXPECT_EQ(problem_of(database()), "");
}

TEST_F(HostileJournal, IsNotAFile)
{
    made(people);
    ASSERT_EQ(::mkfifo(path("a.db-journal").c_str(), 0644), 0);
    EXPECT_THAT(problem_of(database()), HasSubstr("a.db-journal n'est pas un fichier ordinaire"));
}

TEST_F(HostileJournal, IsAWalWhoseCommittedRowsAreRead)
{
    const Connection writer = open_connection(path().string());
    execute_all(writer.get(), "PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0;" + people);
    // As a program that is killed leaves it.
    fs::copy_file(path(), path("b.db"));
    fs::copy_file(path("a.db-wal"), path("b.db-wal"));
    EXPECT_THAT(database("b.db").rows("SELECT count(*) FROM utilisateurs").only(), Value(2));
    EXPECT_THAT(database().rows("SELECT count(*) FROM utilisateurs").only(), Value(2)) << "while its writer lives";
}

TEST_F(HostileJournal, IsAWalFullOfNoise)
{
    made("PRAGMA journal_mode=WAL;" + people);
    std::mt19937 random(4);  // NOLINT
    std::string noise("\x37\x7f\x06\x82\x00\x2d\xe2\x18\x00\x00\x10\x00", 12);
    for (int i = 0; i < 50'000; ++i) {
        noise += static_cast<char>(random() & 0xFFU);
    }
    write_file(path("a.db-wal"), noise);
    EXPECT_EQ(problem_of(database()), "") << "its checksums are wrong: SQLite takes none of it";
}

TEST_F(HostileJournal, IsAWalThatIsALink)
{
    made("PRAGMA journal_mode=WAL;" + people);
    fs::create_symlink("/etc/passwd", path("a.db-wal"));
    EXPECT_THAT(problem_of(database()), HasSubstr("a.db-wal n'est pas un fichier ordinaire"));
}

// --- What is in it ------------------------------------------------------------------------------------------------

using HostileSchema = DatabaseFile;

TEST_F(HostileSchema, HasAViewInPlaceOfTheTable)
{
    made("CREATE VIEW utilisateurs AS SELECT 1 AS id, 'Zoé' AS nom");
    EXPECT_THAT(problem_of(database()), HasSubstr("est une vue : il faut une table"));
}

TEST_F(HostileSchema, HasAViewThatNeverEnds)
{
    made(
        "CREATE VIEW utilisateurs AS WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c) SELECT count(*) FROM c");
    EXPECT_THAT(problem_of(database()), HasSubstr("ne peut pas être lue"));
}

TEST_F(HostileSchema, HasATriggerNamedLikeTheTable)
{
    const Database base = made(
        people +
        "CREATE TRIGGER \"utilisateurs\" AFTER DELETE ON utilisateurs BEGIN INSERT INTO utilisateurs VALUES (99, 'revenu', 0); END;");
    EXPECT_EQ(problem_of(base), "");
    EXPECT_EQ(test::plain(base.execute("DELETE FROM utilisateurs").problem), "");
    EXPECT_THAT(base.rows("SELECT * FROM utilisateurs").rows, IsEmpty()) << "the trigger must not run";
}

TEST_F(HostileSchema, HasHonestChecksGeneratedColumnsAndIndexes)
{
    const Database base = made(
        "CREATE TABLE utilisateurs (nom TEXT CHECK (nom LIKE 'Z%' AND length(nom) < 9), age INTEGER CHECK (age >= 0), majuscules AS (upper(nom)) STORED, double AS (age * 2));"
        "CREATE INDEX i ON utilisateurs (lower(nom)) WHERE age > 18; INSERT INTO utilisateurs (nom, age) VALUES ('Zoe', 30);");
    EXPECT_EQ(problem_of(base), "");
    EXPECT_THAT(base.rows("SELECT * FROM utilisateurs WHERE lower(nom) = 'zoe'").rows,
                ElementsAre(Row{"Zoe", 30, "ZOE", 60}));
}

TEST_F(HostileSchema, CallsFunctionsThatReachOut)
{
    made_by_force(
        "CREATE TABLE utilisateurs (nom TEXT, age INT); INSERT INTO utilisateurs VALUES ('Zoé', 30);",
        "UPDATE sqlite_schema SET sql = 'CREATE TABLE utilisateurs (nom TEXT, age INT, x AS (load_extension(''/tmp/x.so'')))' WHERE name = 'utilisateurs'");
    EXPECT_THAT(problem_of(database()), HasSubstr("ne peut pas être lue"));
}

TEST_F(HostileSchema, CallsFunctionsOfAnotherProgram)
{
    const Connection connection = open_connection(path().string());
    sqlite3_create_function(
        connection.get(), "ailleurs", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr,
        [](sqlite3_context* context, int, sqlite3_value**) { sqlite3_result_int(context, 1); }, nullptr, nullptr);
    execute_all(
        connection.get(),
        "CREATE TABLE utilisateurs (nom TEXT, x AS (ailleurs(nom)), CHECK (ailleurs(nom))); CREATE INDEX i ON utilisateurs (ailleurs(nom)); INSERT INTO utilisateurs VALUES ('Zoé')");
    EXPECT_THAT(problem_of(database()), HasSubstr("ailleurs"));
}

TEST_F(HostileSchema, ComparesAsAnotherProgramWould)
{
    const Connection connection = open_connection(path().string());
    sqlite3_create_collation(connection.get(), "ailleurs", SQLITE_UTF8, nullptr,
                             [](void*, int, const void*, int, const void*) { return 0; });
    execute_all(connection.get(),
                "CREATE TABLE utilisateurs (nom TEXT COLLATE ailleurs); INSERT INTO utilisateurs VALUES ('Zoé')");
    const Database base = database();
    (void)problem_of(base);
    EXPECT_THAT(test::plain(base.rows("SELECT nom FROM utilisateurs ORDER BY nom").problem), HasSubstr("ailleurs"));
}

TEST_F(HostileSchema, MakesGreatTextsOfSmallRows)
{
    made(
        "CREATE TABLE utilisateurs (n, x AS (printf('%.*c', 15000000, 'x')));"
        "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 20000) INSERT INTO utilisateurs SELECT i FROM c;");
    EXPECT_THAT(problem_of(database()), HasSubstr("La base a.db ne peut pas être lue"));
}

TEST_F(HostileSchema, TakesForEverInOneStep)
{
    // Four million comparisons of four million bytes: no limit on steps sees it.
    // The column comes after the row, or its maker would wait for ever too.
    made_by_force(
        "CREATE TABLE utilisateurs (n); INSERT INTO utilisateurs VALUES (1);",
        "UPDATE sqlite_schema SET sql = 'CREATE TABLE utilisateurs (n, x AS (instr(printf(''%.*c'', 8000000, ''a''), printf(''%.*c'', 4000000, ''a'') || ''b'')))'");
    EXPECT_THAT(test::plain(database().rows("SELECT * FROM utilisateurs").problem),
                HasSubstr("demande trop de travail"));
}

TEST_F(HostileSchema, TakesForEverInManySteps)
{
    made(
        "CREATE TABLE utilisateurs (n); WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 20000) INSERT INTO utilisateurs SELECT i FROM c;");
    EXPECT_THAT(test::plain(database().rows("SELECT count(*) FROM utilisateurs a, utilisateurs b").problem),
                HasSubstr("demande trop de travail"));
}

TEST_F(HostileSchema, HasMillionsOfRows)
{
    made(
        "CREATE TABLE utilisateurs (n); WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 2000000) INSERT INTO utilisateurs SELECT i FROM c;");
    EXPECT_THAT(test::plain(database().rows("SELECT * FROM utilisateurs").problem), HasSubstr("plus de 200000 lignes"));
    EXPECT_EQ(database().rows("SELECT count(*) FROM utilisateurs").only(), Value(2'000'000));
}

TEST_F(HostileSchema, HasManyColumns)
{
    std::string columns = "c0";
    for (int i = 1; i < 1990; ++i) {
        columns += ", c" + std::to_string(i);
    }
    made("CREATE TABLE utilisateurs (" + columns + "); INSERT INTO utilisateurs (c0) VALUES (1)");
    EXPECT_EQ(problem_of(database()), "");
}

TEST_F(HostileSchema, HasAHugeText)
{
    made("CREATE TABLE utilisateurs (t); INSERT INTO utilisateurs VALUES (printf('%.*c', 30000000, 'x'))");
    EXPECT_THAT(problem_of(database()), HasSubstr("too big"));
}

TEST_F(HostileSchema, HasAVirtualTable)
{
    made(
        "CREATE VIRTUAL TABLE utilisateurs USING fts4(nom); INSERT INTO utilisateurs VALUES ('Zoé'); CREATE TABLE autre (x); INSERT INTO autre VALUES (7);");
    EXPECT_THAT(problem_of(database()), HasSubstr("une table virtuelle"));
    EXPECT_EQ(database().rows("SELECT x FROM autre").only(), Value(7)) << "other tables can be read";
}

TEST_F(HostileSchema, HasAVirtualTableOfNoKnownKind)
{
    made_by_force(
        "CREATE TABLE utilisateurs (x);",
        "UPDATE sqlite_schema SET sql = 'CREATE VIRTUAL TABLE utilisateurs USING \"nulle part\"(x)', rootpage = 0");
    EXPECT_NE(problem_of(database()), "");
}

TEST_F(HostileSchema, IsNoSql)
{
    made_by_force("CREATE TABLE utilisateurs (x);",
                  "UPDATE sqlite_schema SET sql = 'CREATE TABLE utilisateurs (x; \x1b[31m'");
    const std::string problem = problem_of(database());
    EXPECT_THAT(problem, HasSubstr("La base a.db ne peut pas être lue"));
    EXPECT_THAT(problem, Not(HasSubstr("\x1b")));
}

TEST_F(HostileSchema, HasNamesThatCommandATerminal)
{
    made("CREATE TABLE utilisateurs (\"\x1b[31m\x02\" TEXT); INSERT INTO utilisateurs VALUES ('x')");
    EXPECT_EQ(problem_of(database()), "");
}

TEST_F(HostileSchema, IsInUtf16)
{
    made("PRAGMA encoding='UTF-16le';" + people);
    EXPECT_EQ(database().rows("SELECT nom FROM utilisateurs WHERE id = 1").only(), Value("Zoé"));
}

TEST_F(HostileSchema, HasTextThatIsNotText)
{
    made("CREATE TABLE utilisateurs (t); INSERT INTO utilisateurs VALUES (CAST(x'fffe00c3' AS TEXT))");
    EXPECT_EQ(database().rows("SELECT t FROM utilisateurs").only(), Value(std::string("\xff\xfe\0\xc3", 4)));
}

// --- The process that reads ---------------------------------------------------------------------------------------

TEST_F(HostileSchema, UsesUpTheMemoryAtAnyPointWithoutBeingOurFault)
{
    made("PRAGMA encoding='UTF-16le'; CREATE TABLE visites (utilisateur); INSERT INTO visites VALUES (1);" + people);
    int read = 0;
    for (std::int64_t bytes = 1'000; bytes < 200'000; bytes += 500) {
        sqlite3_hard_heap_limit64(0);
        try {
            HardenedConnection connection(path(), {.heap_bytes = bytes});
            EXPECT_THAT(connection
                            .query("SELECT nom FROM utilisateurs JOIN visites ON id = utilisateur WHERE nom = ?",
                                   {Value("Zoé")})
                            .rows,
                        ElementsAre(Row{"Zoé"}));
            ++read;
        } catch (const Unreadable& why) {
            EXPECT_NE(why.reason, "");
        } catch (const Fault& fault) {
            ADD_FAILURE() << fault.what;
        }
    }
    sqlite3_hard_heap_limit64(0);
    EXPECT_GT(read, 0);
}

TEST_F(HostileSchema, HasNamesTooLongForASentence)
{
    const std::string name(100'000, 'n');
    const Database database =
        made_by_force(people, "INSERT INTO sqlite_schema VALUES ('table', '" + name + "', 'x', 0, 'CREATE TABLE bad')");
    EXPECT_LT(database.rows("SELECT * FROM utilisateurs").problem.size(), 1'000U);
}

TEST(HostileAnswer, ArrivesAsItWasSent)
{
    const HostileAnswer sent{.table = {.columns = {"a", "b", "c", "d", "e"},
                                       .rows = {{nullptr, -1, 1.5, "Zo\xFF", Blob{std::byte{0}}}},
                                       .problem = "x"},
                             .fault = "y"};
    const std::optional<HostileAnswer> arrived = from_bytes(to_bytes(sent));
    ASSERT_TRUE(arrived);
    EXPECT_EQ(arrived->table.columns, sent.table.columns);
    EXPECT_EQ(arrived->table.rows, sent.table.rows);
    EXPECT_EQ(arrived->table.problem, "x");
    EXPECT_EQ(arrived->fault, "y");
}

TEST(HostileAnswer, IsNothingWhenItIsCutOrLonger)
{
    const std::string whole =
        to_bytes({.table = {.columns = {"a"}, .rows = {{"Zoé"}, {7}}, .problem = {}}, .fault = {}});
    for (std::size_t length = 0; length < whole.size(); ++length) {
        EXPECT_FALSE(from_bytes(whole.substr(0, length))) << length;
    }
    EXPECT_FALSE(from_bytes(whole + '\0'));
}

TEST(HostileAnswer, OfRowsWithoutColumnsIsNothing)
{
    std::string bytes = to_bytes({});
    bytes.back() = '\x7F';  // some quintillions of rows
    EXPECT_FALSE(from_bytes(bytes));
}

TEST(Child, BringsBackBytes)
{
    const Reply reply = in_child([] { return std::string(3'000'000, 'x') + '\0'; }, std::chrono::seconds(5));
    EXPECT_EQ(reply.end, Reply::End::told);
    EXPECT_EQ(reply.bytes.size(), 3'000'001U);
}

TEST(Child, MayDieAlone)
{
    const Reply reply = in_child([]() -> std::string { ::_exit(3); }, std::chrono::seconds(5));
    EXPECT_EQ(reply.end, Reply::End::died);
    EXPECT_EQ(reply.bytes, "");
    EXPECT_EQ(in_child([]() -> std::string { throw std::runtime_error("x"); }, std::chrono::seconds(5)).end,
              Reply::End::died);
}

TEST(Child, IsStoppedInTime)
{
    const Reply reply = in_child(
        []() -> std::string {
            std::atomic<int> turns = 0;
            for (;;) {
                ++turns;
            }
        },
        std::chrono::seconds(1));
    EXPECT_EQ(reply.end, Reply::End::out_of_time);
}

TEST(Child, IsStoppedInTimeEvenIdle)
{
    const Reply reply = in_child(
        []() -> std::string {
            for (;;) {
                ::pause();
            }
        },
        std::chrono::seconds(1));
    EXPECT_EQ(reply.end, Reply::End::out_of_time);
}

}  // namespace
}  // namespace atelier::check
