# SPDX-License-Identifier: MIT
"""Inscrit quelqu'un dans la base BASE, que ce programme crée au besoin : le travail des leçons 1 à 3, en Python.

python3 inscrire.py BASE NOM [AGE]
"""
import sqlite3
import sys


def inscrire(chemin, nom, age):
    base = sqlite3.connect(chemin)
    demande = base.cursor()
    demande.execute(
        "CREATE TABLE IF NOT EXISTS utilisateurs (id INTEGER PRIMARY KEY, nom TEXT, age INTEGER)"
    )
    demande.execute("INSERT INTO utilisateurs (nom, age) VALUES (?, ?)", (nom, age))
    base.commit()  # sans cette ligne, Python annule tout en fermant
    base.close()


_, chemin, nom, *reste = sys.argv
inscrire(chemin, nom, int(reste[0]) if reste else None)
