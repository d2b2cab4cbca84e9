namespace SerLab.Splits;

internal static class RuleParser
{
    private const string FoldsShort = "folds=";
    private const string Known = "random, speaker, phrase, speaker+phrase, corpus, loso, loco, folds, groups, emobox-ravdess";

    public static SplitRule Parse(string text)
    {
        var isShort = text.Trim().StartsWith(FoldsShort, StringComparison.Ordinal);
        var words = new RuleText(isShort ? $"folds(k={text.Trim()[FoldsShort.Length..]})" : text);
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
            "groups" => new SpeakerGroups
            {
                Groups = RuleText.Groups(words.Raw("test") ?? throw words.Bad("groups needs test=A+B|C+D")),
            },
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

    private static KFolds Folds(RuleText words)
    {
        var k = words.Whole("k", new KFolds().K);
        var by = words.Raw("by") switch
        {
            null or "speaker" => SplitKey.Speaker,
            "phrase" => SplitKey.Phrase,
            "speaker+phrase" => SplitKey.SpeakerAndPhrase,
            "corpus" => SplitKey.Corpus,
            "random" => SplitKey.None,
            var other => throw words.Bad($"by={other} is none of speaker, phrase, speaker+phrase, corpus, random"),
        };
        return k is >= int.MinValue and <= int.MaxValue
            ? new KFolds { K = (int)k, By = by }
            : throw words.Bad($"k={k} is no number of folds");
    }
}
