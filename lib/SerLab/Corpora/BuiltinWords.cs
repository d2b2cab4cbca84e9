namespace SerLab.Corpora;

/// <summary>The target words of the built-in corpus: common words of one syllable.</summary>
public static class BuiltinWords
{
    private static readonly string[] All =
        """
        arm art ask axe bag bake band bank barn bay bell belt bench bend bird black blade blame blank bless blue board
        bold bolt boot born boss bowl box brain branch brave bread break breeze brick bridge bright bring broom brown
        brush build bunch bus cake camp card care cart catch chart chase cheer chest child chin clay clean clear climb
        cloth cloud club coach coal coast coat coin cold comb cook corn count cow craft cream crop cross crowd crown
        cry cup curve cut dance dark dawn day desk dew dish dive dock draw dream dress drink drive drop drum dry duck
        dust ear earth east edge egg elf face fair farm fence field film fire first fish flag flame flat fleet flight
        floor flow fly fog fork form four fox frame free fresh friend frog front fruit full game gift girl give glass
        globe glove glow glue gold grain grape grass great green grow guard guest guide hand harp hat hawk hay head
        heart herb hill hint hold hope horn house hut ice inch ink jam job jump key kid kind knee lake lamp land large
        lark last lawn leaf lift light lime line load lock loft loud low lunch map march mask mast maze melt mile milk
        mind mint mist month moss moth mount mug neck nest new nine north nut oak oar old pack paint palm park part
        past path pear pen pet pier pine pink plain plan plane plant plate play plum point porch post pot pride prince
        print prize proud pump queen quick quilt quiz rest ride rise rock roof root rope round row rug salt sand scale
        scarf school score screen sea seed send shape shark shelf shield shine ship shoe shop shore shrub silk sing
        sink six skate skill skin sky sleep slice slide slope slow smile smoke snail snow soft song spark speed spin
        spoon sport spring square stage stair star start steam steel step stick stone storm straw stream street string
        strong style sun sweet swim swing
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToArray();

    /// <summary>How many there are.</summary>
    public static int Count => All.Length;

    /// <summary>The first words of the list shuffled by the seed, in ordinal order.</summary>
    public static IReadOnlyList<string> Choose(int count, int seed)
    {
        var words = All.ToArray();
        BuiltinSeed.Random(seed, "words").Shuffle(words);
        return [.. words.Take(count).Order(StringComparer.Ordinal)];
    }
}
