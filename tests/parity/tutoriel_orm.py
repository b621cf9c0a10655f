# SPDX-License-Identifier: MIT
"""Crée la table s'il le faut, ajoute quelqu'un, et affiche tout le monde : le travail des leçons 11 à 13, avec SQLAlchemy.

python3 tutoriel_orm.py BASE NOM [AGE]
"""
import sys

from sqlalchemy import Column, Integer, Sequence, String, create_engine
from sqlalchemy.orm import declarative_base, sessionmaker

Modele = declarative_base()


class Personne(Modele):
    __tablename__ = "utilisateurs"
    id = Column(Integer, Sequence("numeros"), primary_key=True)
    nom = Column(String(50))
    age = Column(Integer)


_, chemin, nom, *reste = sys.argv
moteur = create_engine("sqlite:///" + chemin)
Modele.metadata.create_all(moteur)
with sessionmaker(bind=moteur)() as session:
    session.add(Personne(nom=nom, age=int(reste[0]) if reste else None))
    session.commit()
    for personne in session.query(Personne).all():
        print(personne.id, personne.nom, personne.age)
