"""Which zone of the drawn body each muscle of the course lights."""

from __future__ import annotations

from running_muscles.tables import Exercise

# The drawing has fewer zones than the course has muscles; the zones are those of zones.js.
ZONE_OF = {
    "gluteus_maximus": "glutes",
    "deep_hip_rotators": "glutes",
    "gluteus_medius": "glute_side",
    "gluteus_minimus": "glute_side",
    "tensor_fasciae_latae": "thigh_side",
    "iliotibial_band": "thigh_side",
    "rectus_abdominis": "abs",
    "transversus_abdominis": "belt",
    "external_oblique": "obliques",
    "internal_oblique": "obliques",
    "erector_spinae": "back",
    "multifidus": "low_back",
    "quadratus_lumborum": "low_back_side",
    "psoas_major": "hip_flexors",
    "iliacus": "hip_flexors",
    "rectus_femoris": "quads",
    "vastus_lateralis": "quads",
    "vastus_medialis": "quads",
    "vastus_intermedius": "quads",
    "biceps_femoris": "hamstrings",
    "semitendinosus": "hamstrings",
    "semimembranosus": "hamstrings",
    "adductor_magnus": "adductors",
    "adductor_longus": "adductors",
    "gracilis": "adductors",
    "gastrocnemius": "calves",
    "soleus": "soleus",
    "achilles_tendon": "achilles",
    "tibialis_anterior": "shin",
    "extensor_digitorum_longus": "shin",
    "extensor_hallucis_longus": "shin",
    "fibularis_longus": "shank_side",
    "tibialis_posterior": "soleus",
    "flexor_hallucis_longus": "foot",
    "flexor_hallucis_brevis": "foot",
    "flexor_digitorum_longus": "foot",
    "flexor_digitorum_brevis": "foot",
    "abductor_hallucis": "foot",
    "plantar_fascia": "foot",
    "deltoid": "shoulders",
    "pectoralis_major": "chest",
    "latissimus_dorsi": "lats",
    "trapezius": "traps",
    "rhomboids": "blades",
    "serratus_anterior": "ribs",
    "biceps_brachii": "biceps",
    "triceps_brachii": "triceps",
    "heart": "heart",
}


def zones(row: Exercise) -> dict[str, list[str]]:
    """Return the zones that an exercise lights: those that work most, and those that help."""
    main = dict.fromkeys(ZONE_OF[each] for each in row.primary if each in ZONE_OF)
    helper = dict.fromkeys(ZONE_OF[each] for each in row.secondary if each in ZONE_OF)
    return {"main": list(main), "helper": [each for each in helper if each not in main]}
