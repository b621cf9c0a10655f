// SPDX-License-Identifier: MIT
#include "check/check.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

using Avatars = atelier::check::Exercise;
using namespace atelier::check;

namespace {

constexpr const char* all_avatars = "SELECT id, nom, avatar FROM utilisateurs ORDER BY id";
constexpr std::int64_t large = std::int64_t{8} << 20;

/// The bytes [from, from + size) of the image `seed`, as the program makes them.
Blob bytes_of(std::int64_t seed, std::int64_t from, std::int64_t size)
{
    Blob bytes;
    bytes.reserve(static_cast<std::size_t>(size));
    for (auto i = static_cast<std::uint64_t>(from); i < static_cast<std::uint64_t>(from + size); ++i) {
        bytes.push_back(static_cast<std::byte>((i * 167 + (i >> 8U) * 13 + static_cast<std::uint64_t>(seed)) % 256));
    }
    return bytes;
}

std::int64_t print_of(const Blob& bytes)
{
    std::uint64_t print = 0xcbf29ce484222325;
    for (const std::byte byte : bytes) {
        print = (print ^ static_cast<std::uint64_t>(byte)) * 0x100000001b3;
    }
    return static_cast<std::int64_t>(print);
}

/// The same rows with `avatar` for the user `id`.
std::vector<Row> with(std::vector<Row> rows, std::int64_t id, const Value& avatar)
{
    for (Row& row : rows) {
        if (row[0] == Value(id)) {
            row[2] = avatar;
        }
    }
    return rows;
}

/// The rows of « lu » without the print, which no reader understands: id, what was returned, bytes written, the first ones.
Table read_avatars(const Execution& run)
{
    Table table{{"id", "taille rendue", "octets écrits", "avatar"}, {}, {}};
    for (const Row& row : run.returned("lu").rows) {
        if (row.size() == 5) {
            table.rows.push_back({row[0], row[1], row[2], row[4]});
        }
    }
    return table;
}

Row read_row(std::int64_t id, const Blob& avatar)
{
    const auto size = static_cast<std::int64_t>(avatar.size());
    return {id, size, size, avatar};
}

const Blob* blob_of(const Value& value) { return std::get_if<Blob>(&value.data()); }

/// What is known of the mistake behind a bad ending or an exception.
std::string why(const Execution& run)
{
    for (const char* name : {"enregistrer_avatar", "lire_avatar"}) {
        const auto caught = run.exception(name);
        if (!caught) {
            continue;
        }
        if (caught->code == 7) {
            return "Le code 7 (« out of memory ») vient de SQLite, qui n'a ici que 4 Mio : vous lui avez fait porter l'image entière, liée d'un bloc, ou "
                   "chargée par un SELECT de la colonne (IS NULL la charge aussi, typeof et length non). zeroblob() fait la place, et sqlite3_blob_write et sqlite3_blob_read y vont par morceaux (leçon 10, "
                   "« Lire et écrire un BLOB par morceaux »).";
        }
        if (caught->what.find("cannot open value of type null") != std::string::npos) {
            return "sqlite3_blob_open n'ouvre pas NULL : pour lire, regardez d'abord s'il y a un avatar ; pour écrire, mettez-y d'abord un zeroblob() de la bonne "
                   "taille (leçon 10, « Lire et écrire un BLOB par morceaux »).";
        }
        if (caught->what.find("no such rowid") != std::string::npos) {
            return "« no such rowid » : sqlite3_blob_open n'a pas trouvé de ligne à cet id. Donnez-lui l'id en 64 bits, sans passer par un int (leçon 10, « Lire "
                   "et écrire un BLOB par morceaux »).";
        }
        if (caught->what.find("statements in progress") != std::string::npos) {
            return "« SQL statements in progress » : au moment de valider, un BLOB ouvert pour écrire, ou une requête qui écrit, n'était pas fini. Fermez-le avant COMMIT : l'objet "
                   "qui le ferme doit être détruit plus tôt (leçon 10, « Lire et écrire un BLOB par morceaux »).";
        }
        if (caught->what.find("NOT NULL") != std::string::npos) {
            return "Une ligne allait être insérée, sans nom. L'utilisateur existe déjà : son avatar se change par UPDATE. INSERT OR REPLACE supprimerait sa ligne pour en faire une autre "
                   "(leçon 7, « Modifier des lignes »).";
        }
        if (caught->type == "std::out_of_range" && caught->what.find("_M_range_check") == std::string::npos) {
            return "Tous les utilisateurs de cet essai existent. Si l'un d'eux n'a pas été trouvé, regardez ce que devient son id : il peut dépasser 3 000 000 000, et un int ne le "
                   "contient pas (tâche 5).";
        }
        if (caught->what.find("within a transaction") != std::string::npos) {
            return "Une transaction était restée ouverte depuis l'appel précédent (leçon 6).";
        }
        if (caught->code == 4) {
            return "Le code 4 dit que ce BLOB n'est plus valable : sa ligne a été modifiée depuis qu'il a été ouvert (leçon 10, « Lire et écrire un BLOB par "
                   "morceaux »).";
        }
        if (caught->code == 1 && caught->what.find("SQL logic error") != std::string::npos) {
            return "sqlite3_blob_read et sqlite3_blob_write refusent (code 1) de dépasser la fin : un BLOB ouvert ne change pas de taille, et le dernier morceau est "
                   "souvent plus court que les autres (leçon 10, « Lire et écrire un BLOB par morceaux »).";
        }
    }
    const Table left = run.returned("restes");
    if (run.ending() == Ending::leak && !left.rows.empty() && left.rows.front().front() != Value(0)) {
        return "Un BLOB est resté ouvert, et c'est sa mémoire qui n'est pas libérée. Il garde aussi un verrou, et la base ne peut pas se fermer. Confiez-le à un objet qui appelle "
               "sqlite3_blob_close, même quand une exception passe (leçon 10, « Lire et écrire un BLOB par morceaux »).";
    }
    if (run.ending() == Ending::crashed && !run.trace().unfinalized.empty()) {
        return "La base n'a pas pu se fermer : une requête ou un BLOB est resté ouvert (leçon 10, « Lire et écrire un BLOB par morceaux »).";
    }
    return {};
}

/// What an avatar tells that is not the one that was due.
std::string about(const Value& found, const Blob& expected, const std::string& otherwise)
{
    const Blob* blob = blob_of(found);
    if (found.text()) {
        return "L'avatar a été enregistré comme texte : liez des octets, avec leur nombre (leçon 10, « Les BLOB »).";
    }
    if (blob == nullptr) {
        return otherwise;
    }
    const std::size_t nul =
        static_cast<std::size_t>(std::find(expected.begin(), expected.end(), std::byte{0}) - expected.begin());
    if (blob->size() < expected.size() && blob->size() == nul) {
        return "L'image s'arrête à son premier octet nul : des octets ne sont pas un texte, et rien d'autre que leur nombre n'en dit la fin (leçon 10, « Les BLOB »).";
    }
    if (blob->size() == expected.size() &&
        std::all_of(blob->begin(), blob->end(), [](std::byte b) { return b == std::byte{0}; })) {
        return "La place est faite, et il n'y a que des zéros : il reste à y écrire l'image, par sqlite3_blob_write (leçon 10, « Lire et écrire un BLOB par morceaux »).";
    }
    if (blob->size() != expected.size()) {
        return "L'avatar n'a pas la taille annoncée (leçon 10, « Les BLOB »).";
    }
    return otherwise;
}

Value avatar_of(const Table& table, std::int64_t id)
{
    for (const Row& row : table.rows) {
        if (row.size() == 3 && row[0] == Value(id)) {
            return row[2];
        }
    }
    return {};
}

constexpr const char* empty_is_not_null =
    "Un avatar vide est un BLOB de 0 octet ; NULL veut dire qu'il n'y a pas d'avatar (leçon 10, « Les BLOB »).";

}  // namespace

TEST_F(Avatars, Enregistre)
{
    const Database base = fixture();
    const std::vector<Row> before = base.rows(all_avatars).rows;
    const std::int64_t far = *before.back()[0].integer();
    const std::int64_t seed = random(1, 255);
    const std::int64_t first = random(50, 90);
    const std::int64_t second = random(5, 9);
    const auto run = program({"enregistrer", base, seed, 2, first, 1, second, far, 20});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run, DoesNotThrow("enregistrer_avatar")) << why(run);
    std::vector<Row> expected = with(before, 2, bytes_of(seed, 0, first));
    const Table found = base.rows(all_avatars);
    const bool moved = avatar_of(found, 2) == Value(bytes_of(seed, 0, first)) &&
                       avatar_of(found, 1) != Value(bytes_of(seed, first, second));
    expected = with(with(expected, 1, bytes_of(seed, first, second)), far, bytes_of(seed, first + second, 20));
    ASSERT_THAT(found, AreRows(expected))
        << (moved && blob_of(avatar_of(found, 1)) != nullptr &&
                    blob_of(avatar_of(found, 1))->size() == static_cast<std::size_t>(second)
                ? "Les images se suivent dans le même flux, et la deuxième n'a pas commencé au bon octet : ne lisez que la taille annoncée (tâche 1)."
                : about(
                      avatar_of(found, 2), bytes_of(seed, 0, first),
                      "Chaque image remplace l'avatar de son utilisateur, octet pour octet, et rien d'autre ne change (leçon 10, « Les BLOB »)."));

    // Shorter, then longer than what was there.
    const auto again = program({"enregistrer", base, seed + 1, 2, 7, 1, 300});
    ASSERT_THAT(again, EndsWell()) << why(again);
    ASSERT_THAT(again, DoesNotThrow("enregistrer_avatar")) << why(again);
    expected = with(with(expected, 2, bytes_of(seed + 1, 0, 7)), 1, bytes_of(seed + 1, 7, 300));
    EXPECT_THAT(base.rows(all_avatars), AreRows(expected))
        << "Une image plus courte, ou plus longue, que celle qu'elle remplace : un BLOB ouvert ne change pas de taille, il faut d'abord refaire la place (leçon 10, « Lire "
           "et écrire un BLOB par morceaux »).";
}

TEST_F(Avatars, Lit)
{
    const std::int64_t seed = random(1, 255);
    const Blob image = bytes_of(seed, 0, random(600, 900));
    std::string hexadecimal;
    for (const std::byte byte : image) {
        constexpr const char* digits = "0123456789ABCDEF";
        hexadecimal += digits[static_cast<unsigned>(byte) / 16];
        hexadecimal += digits[static_cast<unsigned>(byte) % 16];
    }
    const Database base = fixture("UPDATE utilisateurs SET avatar = x'" + hexadecimal + "' WHERE id = 2");
    const std::vector<Row> before = base.rows(all_avatars).rows;
    const auto run = program({"lire", base, 2, 4, 1});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run, DoesNotThrow("lire_avatar")) << why(run);
    const Table found = read_avatars(run);
    const Value got = found.rows.empty() ? Value() : found.rows.front()[3];
    EXPECT_THAT(found, AreRowsInOrder({read_row(2, image), read_row(4, *blob_of(before[3][2])),
                                       read_row(1, *blob_of(before[0][2]))}))
        << (found.rows.size() == 3 && found.rows[1][2] == Value(0) && found.rows[1][1] == Value(4)
                ? "L'avatar commence par un octet nul, et rien n'a été écrit : sortie << adresse écrit un texte, qui s'arrête au premier octet nul. "
                  "sortie.write(adresse, nombre) écrit des octets (leçon 10, « Les BLOB »)."
                : about(
                      got, image,
                      "Tous les octets, dans l'ordre, et leur nombre en résultat (leçon 10, « Lire et écrire un BLOB par morceaux »)."));
    EXPECT_THAT(base.rows(all_avatars), AreRows(before)) << "Lire ne change rien à la base.";
}

TEST_F(Avatars, VideEtAbsent)
{
    const Database base = fixture();
    const std::vector<Row> before = base.rows(all_avatars).rows;
    const std::int64_t seed = random(1, 255);
    const auto reading = program({"lire", base, 2, 3, 1});
    ASSERT_THAT(reading, EndsWell()) << why(reading);
    ASSERT_THAT(reading, DoesNotThrow("lire_avatar")) << why(reading);
    ASSERT_THAT(read_avatars(reading),
                AreRowsInOrder({{2, nullptr, 0, Blob{}}, {3, 0, 0, Blob{}}, read_row(1, *blob_of(before[0][2]))}))
        << "L'utilisateur 2 n'a pas d'avatar (NULL), celui du 3 est vide : le premier donne std::nullopt, l'autre 0. "
        << empty_is_not_null;

    const auto writing = program({"enregistrer", base, seed, 1, 0, 2, 0, 4, 5});
    ASSERT_THAT(writing, EndsWell()) << why(writing);
    ASSERT_THAT(writing, DoesNotThrow("enregistrer_avatar")) << why(writing);
    const Table found = base.rows(all_avatars);
    EXPECT_THAT(found, AreRows(with(with(with(before, 1, Blob{}), 2, Blob{}), 4, bytes_of(seed, 0, 5))))
        << (avatar_of(found, 1).is_null()
                ? std::string(
                      "L'image vide a été enregistrée comme NULL : c'est ce que fait une adresse nulle, et celle d'un std::vector vide en est souvent une. ") +
                      empty_is_not_null
            : avatar_of(found, 1) == Value(Blob{}) && avatar_of(found, 2) == Value(Blob{})
                ? "Les deux avatars vides sont bien enregistrés ; c'est le reste qui diffère : voyez d'abord la tâche 1."
                : std::string(empty_is_not_null));
}

TEST_F(Avatars, EcritParMorceaux)
{
    const Database base = fixture();
    const std::vector<Row> before = base.rows("SELECT id, nom FROM utilisateurs ORDER BY id").rows;
    const std::int64_t seed = random(1, 255);
    const std::int64_t size = large + random(1, 1000);
    const auto run = program({"enregistrer-grande", base, seed, 2, size});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run, DoesNotThrow("enregistrer_avatar")) << why(run);
    ASSERT_THAT(base.rows("SELECT typeof(avatar), length(avatar) FROM utilisateurs WHERE id = 2"),
                AreRows({{"blob", size}}))
        << "L'image a " << size << " octets, et l'avatar doit en avoir autant.";
    const Value found = base.rows("SELECT avatar FROM utilisateurs WHERE id = 2").only();
    const Blob expected = bytes_of(seed, 0, size);
    const Blob* blob = blob_of(found);
    ASSERT_THAT(blob != nullptr && blob->size() == expected.size(), IsEqualTo(true))
        << "L'avatar se relit comme un BLOB.";
    const std::int64_t same = std::mismatch(blob->begin(), blob->end(), expected.begin()).first - blob->begin();
    EXPECT_THAT(same, IsEqualTo(size))
        << "Attendu : autant d'octets justes, depuis le début, qu'en a l'image. Obtenu : le rang du premier qui ne l'est pas. Chaque morceau s'écrit à la suite du précédent : "
           "c'est le dernier argument de sqlite3_blob_write (leçon 10, « Lire et écrire un BLOB par morceaux »).";
    EXPECT_THAT(base.rows("SELECT id, nom FROM utilisateurs ORDER BY id"), AreRows(before));
}

TEST_F(Avatars, LitParMorceaux)
{
    // The image is made of what SQL can make: a pattern that repeats, but not at the size of any piece.
    const std::int64_t seed = random(1, 255);
    const Blob pattern = bytes_of(seed, 0, 251);
    std::string hexadecimal;
    for (const std::byte byte : pattern) {
        constexpr const char* digits = "0123456789ABCDEF";
        hexadecimal += digits[static_cast<unsigned>(byte) / 16];
        hexadecimal += digits[static_cast<unsigned>(byte) % 16];
    }
    std::string expression = "x'" + hexadecimal + "'";
    std::string sql = "CREATE TEMP TABLE motif (b BLOB); INSERT INTO motif VALUES (" + expression + ");";
    Blob image = pattern;
    while (image.size() < static_cast<std::size_t>(large)) {
        sql += "UPDATE motif SET b = CAST(b || b AS BLOB);";
        const Blob half = image;
        image.insert(image.end(), half.begin(), half.end());
    }
    sql += "UPDATE utilisateurs SET avatar = (SELECT b FROM motif) WHERE id = 2; DROP TABLE motif;";
    const Database base = fixture(sql);
    const auto size = static_cast<std::int64_t>(image.size());
    ASSERT_THAT(base.rows("SELECT length(avatar) FROM utilisateurs WHERE id = 2"), IsValue(size));
    const auto run = program({"lire-grande", base, 2});
    ASSERT_THAT(run, EndsWell()) << why(run);
    ASSERT_THAT(run, DoesNotThrow("lire_avatar")) << why(run);
    const Table all = run.returned("lu");
    ASSERT_THAT((Table{{"taille rendue", "octets écrits"},
                       {{all.rows.empty() ? Value() : all.rows[0][1], all.rows.empty() ? Value() : all.rows[0][2]}},
                       {}}),
                AreRows({{size, size}}))
        << "Tous les octets sont à écrire, dernier morceau compris, et leur nombre est à rendre (leçon 10, « Lire et écrire un BLOB par morceaux »).";
    EXPECT_THAT(all.rows[0][3] == Value(print_of(image)), IsEqualTo(true))
        << "Il y a le bon nombre d'octets, mais ce ne sont pas les bons : chaque morceau se lit à la suite du précédent, c'est le dernier argument de sqlite3_blob_read (leçon "
           "10, « Lire et écrire un BLOB par morceaux »).";
}

TEST_F(Avatars, RienNeReste)
{
    const Database base = fixture();
    const std::int64_t seed = random(1, 255);
    const std::vector<std::pair<std::vector<Argument>, std::string>> calls = {
        {{"lire", base, 4, 1}, "lire_avatar"},
        {{"lire", base, 2, 3}, "lire_avatar"},
        {{"enregistrer", base, seed, 2, 30, 1, 0}, "enregistrer_avatar"},
    };
    for (const auto& [arguments, function] : calls) {
        const auto run = program(arguments);
        ASSERT_THAT(run, EndsWell()) << why(run);
        ASSERT_THAT(run, DoesNotThrow(function)) << why(run);
        Table left = run.returned("restes");
        left.columns = {"requêtes ou BLOB ouverts", "transaction ouverte", "un voisin peut écrire"};
        ASSERT_THAT(left, AreRows({{0, 0, 1}}))
            << "Après " << function
            << ", il ne doit rien rester d'ouvert. Un BLOB ouvert est une requête qui ne finit pas : il garde un verrou, et la base ne se ferme pas. Confiez-le à un "
            << "objet qui appelle sqlite3_blob_close (leçon 10, « Lire et écrire un BLOB par morceaux »).";
    }
    EXPECT_THAT(base.rows("SELECT avatar FROM utilisateurs WHERE id = 2"), IsValue(bytes_of(seed, 0, 30)))
        << "Rien ne reste ouvert, mais rien n'a été enregistré non plus : voyez d'abord la tâche 1.";
}

TEST_F(Avatars, ImageTronquee)
{
    const Database base = fixture();
    const std::vector<Row> before = base.rows(all_avatars).rows;
    const std::int64_t seed = random(1, 255);
    for (const auto& [id, size, there] : std::vector<std::array<std::int64_t, 3>>{
             {1, 40, random(1, 39)}, {2, 300'000, random(100'000, 200'000)}, {4, 10, 0}}) {
        const auto run = program({"tronquer", base, seed, id, size, there});
        ASSERT_THAT(run, EndsWell()) << why(run);
        ASSERT_THAT(run, Throws("enregistrer_avatar"))
            << "Le flux n'a que " << there << " octets sur " << size
            << " : image.read ne lance pas d'exception, c'est image.gcount() qui dit combien d'octets il a lus (tâche 5).";
        const auto caught = run.exception("enregistrer_avatar");
        ASSERT_THAT((Table{{"exception"}, {{caught ? Value(caught->type) : Value()}}, {}}),
                    IsValue("std::runtime_error"))
            << "L'énoncé demande une std::runtime_error (dans <stdexcept>). " << why(run);
        Table left = run.returned("restes");
        left.columns = {"requêtes ou BLOB ouverts", "transaction ouverte", "un voisin peut écrire"};
        ASSERT_THAT(left, AreRows({{0, 0, 1}}))
            << "L'exception a sauté ce qui devait fermer le BLOB, ou annuler la transaction. Un destructeur, lui, n'est jamais sauté (leçon 10, « Lire et écrire un BLOB par morceaux »).";
        const Table found = base.rows(all_avatars);
        ASSERT_THAT(found, AreRows(before))
            << "L'image est incomplète : l'ancien avatar devait rester. Faire la place et écrire les morceaux sont plusieurs instructions ; une transaction en fait une seule (leçon 6).";
    }
}

TEST_F(Avatars, IdInconnu)
{
    const Database base = fixture();
    const std::vector<Row> before = base.rows(all_avatars).rows;
    const std::int64_t id = random(10, 99);
    const auto writing = program({"enregistrer", base, 7, id, 12});
    ASSERT_THAT(writing, EndsWell()) << why(writing);
    const auto reading = program({"lire", base, id});
    ASSERT_THAT(reading, EndsWell()) << why(reading);
    const auto thrown = [](const Execution& run, const char* name) {
        const auto caught = run.exception(name);
        return caught ? Value(caught->type) : Value("aucune");
    };
    EXPECT_THAT((Table{{"fonction", "exception"},
                       {{"enregistrer_avatar", thrown(writing, "enregistrer_avatar")},
                        {"lire_avatar", thrown(reading, "lire_avatar")}},
                       {}}),
                AreRows({{"enregistrer_avatar", "std::out_of_range"}, {"lire_avatar", "std::out_of_range"}}))
        << (!writing.exception("enregistrer_avatar")
                ? "Personne n'a cet id : un UPDATE qui ne trouve pas de ligne n'est pas une erreur pour SQLite, mais exec() rend le nombre de lignes modifiées (leçon 7)."
            : !reading.exception("lire_avatar")
                ? "Personne n'a cet id : un SELECT qui ne trouve pas de ligne n'est pas une erreur pour SQLite, mais executeStep() rend faux (leçon 4)."
                : "Personne n'a cet id : l'énoncé demande une std::out_of_range (dans <stdexcept>), et c'est une autre exception qui est sortie.");
    EXPECT_THAT(base.rows(all_avatars), AreRows(before)) << "Aucun utilisateur ne change.";
}
