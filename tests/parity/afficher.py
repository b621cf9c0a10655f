# SPDX-License-Identifier: MIT
"""Affiche les lignes de la table utilisateurs de BASE : le travail de la leçon 4, en Python.

python3 afficher.py BASE
"""
import sqlite3
import sys

base = sqlite3.connect(sys.argv[1])
lecture = base.cursor()
lecture.execute("SELECT * FROM utilisateurs")
for ligne in lecture.fetchall():
    print(ligne)
base.close()
