// SPDX-License-Identifier: MIT
// What the compilers say of SQLite's own functions, often in the notes that follow the error.
#include "explanations/table.hpp"
#include "message.hpp"

namespace atelier {

const std::vector<Explanation>& c_api_explanations()
{
    static const std::vector<Explanation> all{
        {"c-adresse",
         translatable(
             "Cette fonction range un pointeur dans votre variable : il lui en faut l'adresse. Ajoutez & devant l'argument : &base, &requete."),
         {},
         {"no matching function for call to 'sqlite3_*take the address of the argument with &",
          "cannot convert 'sqlite3\\*' to 'sqlite3\\*\\*'",
          "cannot convert 'sqlite3_stmt\\*' to 'sqlite3_stmt\\*\\*'"}},
        {"c-adresse-en-trop",
         translatable(
             "Cette fonction veut le pointeur lui-même, et non l'adresse où il est rangé : retirez le & (ou, si vous avez reçu cette adresse, mettez * devant)."),
         {},
         {"no matching function for call to 'sqlite3_*; remove &",
          "no matching function for call to 'sqlite3_*dereference the argument with \\*",
          "cannot convert 'sqlite3\\*\\*' to 'sqlite3\\*'",
          "cannot convert 'sqlite3_stmt\\*\\*' to 'sqlite3_stmt\\*'"}},
        {"c-base-ou-requete",
         translatable(
             "Une requête (sqlite3_stmt*) est donnée là où il faut une base (sqlite3*), ou l'inverse. Comparez les arguments avec la déclaration de la fonction."),
         {},
         {"'sqlite3_stmt \\*' to 'sqlite3 \\*'", "'sqlite3 \\*' to 'sqlite3_stmt \\*'",
          "cannot convert 'sqlite3_stmt\\*' to 'sqlite3\\*'", "cannot convert 'sqlite3\\*' to 'sqlite3_stmt\\*'"}},
        {"c-pointeur-a-remplir",
         translatable(
             "L'API C ne sait pas remplir un std::unique_ptr. Donnez-lui l'adresse d'un pointeur ordinaire, sqlite3* ou sqlite3_stmt*, puis confiez ce pointeur à l'objet."),
         {},
         {"no matching function for call to 'sqlite3_* to 'sqlite3 \\*\\*'",
          "no matching function for call to 'sqlite3_* to 'sqlite3_stmt \\*\\*'",
          "cannot convert '*' to 'sqlite3\\*\\*'", "cannot convert '*' to 'sqlite3_stmt\\*\\*'"}},
        {"c-pointeur-nu",
         translatable(
             "Cette fonction de l'API C veut un pointeur, et reçoit « {1} ». Un std::unique_ptr donne le sien par get(), une SQLite::Database par getHandle()."),
         {},
         {"no matching function for call to 'sqlite3_*no known conversion from '*' to 'sqlite3 \\*'",
          "no matching function for call to 'sqlite3_*no known conversion from '*' to 'sqlite3_stmt \\*'"}},
        {"c-pointeur-nu",
         translatable(
             "Cette fonction de l'API C veut un pointeur, et reçoit « {0} ». Un std::unique_ptr donne le sien par get(), une SQLite::Database par getHandle()."),
         {},
         {"cannot convert '*' to 'sqlite3\\*'", "cannot convert '*' to 'sqlite3_stmt\\*'"}},
        {"c-octets-de-texte",
         translatable(
             "Ces octets sont des unsigned char : c'est ce que rend sqlite3_column_text, et C++ ne les prend pas pour du texte. Convertissez le pointeur : reinterpret_cast<const char*>(…)."),
         {},
         {"from 'const unsigned char \\*", "value of type 'const unsigned char \\*",
          "from 'const unsigned char\\*' to ", "from type 'const unsigned char\\*' to ",
          "(operand types are '*' and 'const unsigned char\\*')",
          "no matching function for call to 'std::*(const unsigned char\\*"}},
        {"c-octets-bruts",
         translatable(
             "Un const void*, comme ce que rend sqlite3_column_blob, ne dit pas ce qu'il désigne. Convertissez-le par static_cast, en const char* ou en const std::byte*."),
         {},
         {"value of type 'const void \\*'", "no known conversion from 'const void \\*' to 'const ",
          "invalid conversion from 'const void\\*' to "}},
        {"c-texte",
         translatable(
             "Il faut ici un const char*, et c'est « {1} » qui est donné. Une std::string ou un std::filesystem::path le donne par c_str() ; une std::string_view, par data(), avec sa longueur."),
         {},
         {"no matching function for call to 'sqlite3_*no known conversion from '*' to 'const char \\*'"}},
        {"c-texte",
         translatable(
             "Il faut ici un const char*, et c'est « {0} » qui est donné. Une std::string ou un std::filesystem::path le donne par c_str() ; une std::string_view, par data(), avec sa longueur."),
         {},
         {"cannot convert '*' to 'const char\\*'"}},
        {"c-arguments",
         translatable(
             "Il manque un argument à cette fonction de l'API C, ou il y en a un de trop. Comparez avec sa déclaration : sqlite3_bind_text veut par exemple la requête, la position, le texte, sa longueur en octets, puis SQLITE_TRANSIENT."),
         {"invalid conversion from 'sqlite3_destructor_type'", "too few arguments to function '*sqlite3_",
          "too many arguments to function '*sqlite3_"},
         {"no matching function for call to 'sqlite3_*candidate function not viable: requires"}},
        {"c-possesseur",
         translatable(
             "Un pointeur ne devient pas tout seul l'objet qui le possède : std::unique_ptr veut être construit en toutes lettres. Écrivez Base base(pointeur), return Base(pointeur) ou, si l'objet existe déjà, base.reset(pointeur)."),
         {},
         {"no viable conversion from 'sqlite3 \\*' to '", "no viable conversion from 'sqlite3_stmt \\*' to '",
          "returned value of type 'sqlite3 \\*' to function return type",
          "returned value of type 'sqlite3_stmt \\*' to function return type",
          "cannot convert argument of incomplete type 'sqlite3*\\*' to 'std::unique_ptr<", "from 'sqlite3\\*' to ",
          "from 'sqlite3_stmt\\*' to ", "'operator=' (operand types are '*' and 'sqlite3\\*')",
          "'operator=' (operand types are '*' and 'sqlite3_stmt\\*')"}},
    };
    return all;
}

}  // namespace atelier
