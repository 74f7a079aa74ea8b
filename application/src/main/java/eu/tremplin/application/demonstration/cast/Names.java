package eu.tremplin.application.demonstration.cast;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Names that nobody bears, and the countries they are from. */
public final class Names {

    public static final List<String> COUNTRIES =
            List.of("FR", "DE", "IT", "ES", "NL", "SE", "PL", "IE", "PT", "BE", "FI", "EE");

    private static final List<String> FIRST = List.of(
            "Baguette",
            "Croissant",
            "Llamarama",
            "Quiche",
            "Pretzel",
            "Gnocchi",
            "Haddock",
            "Marmot",
            "Puffin",
            "Otter",
            "Turnip",
            "Walrus",
            "Noodle",
            "Pickle",
            "Teapot",
            "Umbrella",
            "Badger",
            "Cactus",
            "Doodle",
            "Easel",
            "Fjord",
            "Gherkin",
            "Hammock",
            "Igloo",
            "Jigsaw",
            "Kazoo",
            "Lobster",
            "Mitten",
            "Nutmeg",
            "Origami",
            "Porridge",
            "Quokka",
            "Radish",
            "Snorkel",
            "Trombone",
            "Waffle");

    private static final List<String> SECOND = List.of(
            "Cortex",
            "Tensor",
            "Weights",
            "Gradient",
            "Tokens",
            "Inference",
            "Embeddings",
            "Attention",
            "Layers",
            "Logits",
            "Kernel",
            "Sampling",
            "Prompts",
            "Lattice",
            "Vectors",
            "Neurons",
            "Corpus",
            "Entropy",
            "Manifold",
            "Beam");

    private static final List<String> GIVEN = List.of(
            "Ottoline",
            "Peregrin",
            "Quirina",
            "Roderik",
            "Sidonie",
            "Thaddeus",
            "Ulrike",
            "Valentijn",
            "Wilhelmina",
            "Xaver",
            "Ysolde",
            "Zenobia",
            "Aurelio",
            "Brunhild",
            "Casimira",
            "Desiderio",
            "Eudora",
            "Florizel");

    private static final List<String> FAMILY = List.of(
            "Quibblestone",
            "Plumbottom",
            "Wafflemeyer",
            "Snorrington",
            "Fizzleberg",
            "Tumblewick",
            "Crumplethorn",
            "Dingelbrot",
            "Pamplemoussier",
            "Zwiebelmann",
            "Trompettini",
            "Kartoffelsen",
            "Gribouillard",
            "Noodlewska");

    private static final List<String> PURPOSES = List.of(
            "reads the small print of leases",
            "teaches sign language to cameras",
            "plans the rounds of village nurses",
            "listens to bridges and hears their cracks",
            "sorts the returns of online shops",
            "drafts minutes that people agree with",
            "translates recipes with their measures",
            "finds leaks in district heating",
            "counts wild bees from photographs",
            "explains the weather to vineyards",
            "helps archives read old handwriting",
            "schedules trams around roadworks");

    private Names() {}

    /** Every name of a startup there is, shuffled, none of them twice. */
    public static List<String> startups(RandomGenerator random) {
        var names = new ArrayList<String>();
        for (String first : FIRST) {
            SECOND.forEach(second -> names.add(first + " " + second));
        }
        shuffle(names, random);
        return names;
    }

    public static String person(RandomGenerator random) {
        return pick(GIVEN, random) + " " + pick(FAMILY, random);
    }

    public static String purpose(RandomGenerator random) {
        return pick(PURPOSES, random);
    }

    /** As an address writes it: {@code Quiche Tensor} as {@code quiche-tensor}. */
    public static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    public static <T> T pick(List<T> some, RandomGenerator random) {
        return some.get(random.nextInt(some.size()));
    }

    public static void shuffle(List<?> some, RandomGenerator random) {
        for (int last = some.size() - 1; last > 0; last--) {
            Collections.swap(some, last, random.nextInt(last + 1));
        }
    }
}
