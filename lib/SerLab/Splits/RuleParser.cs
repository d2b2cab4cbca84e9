namespace SerLab.Splits;

internal static class RuleParser
{
    private const string Known =
        "random, speaker, phrase, speaker+phrase, corpus, loso, loco, folds, matched, groups, file, emobox-ravdess";

    public static SplitRule Parse(string text)
    {
        var words = new RuleText(Whole(text.Trim()));
        SplitRule rule = words.Name switch
        {
            "random" => new RandomSplit { Test = words.Share("test", new RandomSplit().Test) },
            "speaker" => Named(new SpeakerSplit(), words),
            "phrase" => Named(new PhraseSplit(), words),
            "speaker+phrase" => Both(words),
            "corpus" => Named(new CorpusSplit(), words),
            "loso" => new LeaveOneSpeakerOut(),
            "loco" => new LeaveOneCorpusOut(),
            "folds" => Folds(words),
            "matched" => Matched(words),
            "groups" => new SpeakerGroups
            {
                Groups = RuleText.Groups(words.Raw("test") ?? throw words.Bad("groups needs test=A+B|C+D")),
            },
            "file" => File(words),
            "emobox-ravdess" => EmoBox.Ravdess,
            _ => throw words.Bad($"'{words.Name}' is none of {Known}"),
        };
        rule = rule with
        {
            Validation = words.Share("validation", rule.Validation), Seed = words.Whole("seed", rule.Seed),
        };
        words.RefuseUnread();
        return rule;
    }

    private static GroupSplit Named(GroupSplit rule, RuleText words)
    {
        var (test, testNames) = words.ShareOrNames("test", rule.Test);
        var (validation, validationNames) = words.ShareOrNames("validation", rule.Validation);
        return rule with
        {
            Test = test, TestNames = testNames, Validation = validation, ValidationNames = validationNames,
        };
    }

    private static SpeakerAndPhraseSplit Both(RuleText words) => new()
    {
        Test = words.Share("test", new SpeakerAndPhraseSplit().Test),
        Speakers = words.Names("speakers"),
        Phrases = words.Names("phrases"),
    };

    private static MatchedFolds Matched(RuleText words)
    {
        var folds = Folds(words);
        return folds.Stratified
            ? throw words.Bad("matched folds have as many clips of each emotion as can be, so they take no stratified")
            : new MatchedFolds { K = folds.K, By = folds.By };
    }

    private static KFolds Folds(RuleText words)
    {
        var k = words.Whole("k", new KFolds().K);
        var by = Key(words, "by", new KFolds().By);
        var stratified = words.Raw("stratified") switch
        {
            null or "false" => false,
            "true" => true,
            var other => throw words.Bad($"stratified={other} is neither true nor false"),
        };
        return k is >= int.MinValue and <= int.MaxValue
            ? new KFolds { K = (int)k, By = by, Stratified = stratified }
            : throw words.Bad($"k={k} is no number of folds");
    }

    private static FileFolds File(RuleText words)
    {
        var path = words.Text("path") ?? throw words.Bad("file needs a path, such as file=folds.csv");
        return new FileFolds
        {
            Path = path, Sha = words.Raw("sha") ?? FoldFile.Sha(path), Promises = Key(words, "keeps", SplitKey.None),
        };
    }

    private static SplitKey Key(RuleText words, string argument, SplitKey otherwise)
    {
        SplitKey[] keys = [.. Enum.GetValues<SplitKey>().Where(key => key != SplitKey.None), SplitKey.None];
        return words.Raw(argument) is not { } raw ? otherwise
            : keys.Where(key => key.Word() == raw).ToArray() is [var key] ? key
            : throw words.Bad($"{argument}={raw} is none of {string.Join(", ", keys.Select(key => key.Word()))}");
    }

    /// <summary>The whole form of <c>folds=5</c>, <c>file=folds.csv</c> and <c>file(folds.csv)</c>.</summary>
    private static string Whole(string text) =>
        text.StartsWith("folds=", StringComparison.Ordinal) ? $"folds(k={text["folds=".Length..]})"
        : text.StartsWith("file=", StringComparison.Ordinal) ? $"file(path={text["file=".Length..]})"
        : text.StartsWith("file(", StringComparison.Ordinal) && !text.Split(',')[0].Contains('=')
            ? $"file(path={text["file(".Length..]}"
        : text;
}
