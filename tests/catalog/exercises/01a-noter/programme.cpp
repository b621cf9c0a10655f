// SPDX-License-Identifier: MIT
#include <SQLiteCpp/SQLiteCpp.h>

#include <iostream>
#include <sonde.hpp>

#include "fourni.hpp"

int main(int argc, char** argv)
{
    return sonde::programme(argc, argv,
                            {{"noter BASE TEXTE",
                              [](const sonde::Arguments& a) {
                                  SQLite::Database base(a[0], SQLite::OPEN_READWRITE);
                                  noter(base, a[1]);
                                  std::cout << "noté\n";
                              }},
                             {"compter BASE", [](const sonde::Arguments& a) {
                                  SQLite::Database base(a[0], SQLite::OPEN_READWRITE);
                                  const int n = compter(base);
                                  sonde::rendre("compter", n);
                                  std::cout << n << '\n';
                              }}});
}
