"""Names of one thing in several forms, and of several things in one form: each row in full."""

from __future__ import annotations

import pytest

from reader.analysis.analyzer import Analyzer

from .rows import names

TEXTS = [
    (
        "The road would take 9,000 vehicles a day off Westward Road and Cashes Green.",
        {
            "Westward Road": ("facility", ["Westward Road"]),
            "Cashes Green": ("facility", ["Cashes Green"]),
        },
    ),
    (
        "The Anti-Smuggling Unit arrested two men in Port Velm.",
        {
            "Anti-Smuggling Unit": ("organization", ["Anti-Smuggling Unit"]),
            "Port Velm": ("place", ["Port Velm"]),
        },
    ),
    (
        "Conall Mac Aodha’s new play opened on Friday.",
        {"Conall Mac Aodha": ("person", ["Conall Mac Aodha"])},
    ),
    (
        "The Norwegian Ferry and Harbour Commission fined Velm Lines on Friday.",
        {
            "Norwegian Ferry and Harbour Commission": (
                "organization", ["Norwegian Ferry and Harbour Commission"],
            ),
            "Velm Lines": ("organization", ["Velm Lines"]),
        },
    ),
    (
        "The Dock Workers' Alliance called a strike. Rowe and Sons, a builder, closed.",
        {
            "Dock Workers' Alliance": ("organization", ["Dock Workers' Alliance"]),
            "Rowe and Sons": ("organization", ["Rowe and Sons"]),
        },
    ),
    (
        "Hurricane Bettina had killed two men. Bettina was slow, forecasters said.",
        {"Hurricane Bettina": ("event", ["Hurricane Bettina", "Bettina"])},
    ),
    (
        "Ray Odom, the sheriff, resigned. His son, Ray Odom Jr., is a deputy. Odom Jr. was out.",
        {
            "Ray Odom": ("person", ["Ray Odom"]),
            "Ray Odom Jr.": ("person", ["Ray Odom Jr.", "Odom Jr."]),
        },
    ),
    (
        "P.D. Rowntree has died, her son said. P. D. Rowntree wrote by hand.",
        {"P. D. Rowntree": ("person", ["P.D. Rowntree", "P. D. Rowntree"])},
    ),
    (
        "Tom and Ellen Garrick were found on Monday. Mr Garrick had called police.",
        {"Ellen Garrick": ("person", ["Ellen Garrick"]), "Tom": ("person", ["Tom", "Garrick"])},
    ),
    (
        "Gabriela Ortega Ruiz won the vote. Ortega Ruiz beat Luis Moya. Ortega is 50.",
        {
            "Gabriela Ortega Ruiz": ("person", ["Gabriela Ortega Ruiz", "Ortega Ruiz", "Ortega"]),
            "Luis Moya": ("person", ["Luis Moya"]),
        },
    ),
    (
        "Little Josh loved trains. Josh's mother, Carla Penn, said Josh was brave.",
        {
            "Josh": ("person", ["Josh", "Josh", "Josh"]),
            "Carla Penn": ("person", ["Carla Penn"]),
        },
    ),
    (
        "Norland Health Secretary Petra Holm met Joost van Dam, who was born in Ostby.",
        {
            "Norland": ("place", ["Norland"]),
            "Petra Holm": ("person", ["Petra Holm"]),
            "Joost van Dam": ("person", ["Joost van Dam"]),
            "Ostby": ("place", ["Ostby"]),
        },
    ),
    (
        "Alan and Neil Marsh run a mill. Neil is 48. The Marshes employ nine people.",
        {
            "Alan": ("person", ["Alan"]),
            "Neil Marsh": ("person", ["Neil Marsh", "Neil"]),
            "Marshes": ("group", ["Marshes"]),
        },
    ),
    (
        "Ann Hilton sued the hotel. Hilton, 40, said she had slipped on the stairs.",
        {"Ann Hilton": ("person", ["Ann Hilton", "Hilton"])},
    ),
    (
        "Lt Col Dan Reyes of the 3rd Battalion, the Mercian Rifles, spoke in Hull.",
        {
            "Dan Reyes": ("person", ["Dan Reyes"]),
            "3rd Battalion": ("organization", ["3rd Battalion"]),
            "Mercian Rifles": ("organization", ["Mercian Rifles"]),
            "Hull": ("place", ["Hull"]),
        },
    ),
    (
        "Chelsea beat Ostby 2-1. Everton have sacked their coach. Trent thrashed Norbury. "
        "Chelsea go to Toulouse on Friday.",
        {
            "Chelsea": ("organization", ["Chelsea", "Chelsea"]),
            "Ostby": ("organization", ["Ostby"]),
            "Everton": ("organization", ["Everton"]),
            "Trent": ("organization", ["Trent"]),
            "Norbury": ("organization", ["Norbury"]),
            "Toulouse": ("organization", ["Toulouse"]),
        },
    ),
    (
        "They met in Geneva, drove to Toulouse and saw a match. Everton have sacked their coach.",
        {
            "Geneva": ("place", ["Geneva"]),
            "Toulouse": ("place", ["Toulouse"]),
            "Everton": ("organization", ["Everton"]),
        },
    ),
    (
        "Stuart Moss flew the plane. Stu is calm, said the first officer.",
        {"Stuart Moss": ("person", ["Stuart Moss", "Stu"])},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TEXTS, ids=[text[:40] for text, _ in TEXTS])
def test_each_name_is_whole_and_in_its_row(
    analyzer: Analyzer, text: str, expected: dict[str, tuple[str, list[str]]]
) -> None:
    assert names(analyzer, text) == expected
