namespace SerLab.Text;

/// <summary>The sentences behind the codes in file names, as the corpora's own descriptions list them.</summary>
internal static class CorpusSentences
{
    /// <summary>Cao et al., IEEE Transactions on Affective Computing 5(4), 2014.</summary>
    public static IReadOnlyDictionary<string, string> CremaD { get; } = new Dictionary<string, string>
    {
        ["DFA"] = "Don't forget a jacket",
        ["IEO"] = "It's eleven o'clock",
        ["IOM"] = "I'm on my way to the meeting",
        ["ITH"] = "I think I have a doctor's appointment",
        ["ITS"] = "I think I've seen this before",
        ["IWL"] = "I would like a new alarm clock",
        ["IWW"] = "I wonder what this is about",
        ["MTI"] = "Maybe tomorrow it will be cold",
        ["TAI"] = "The airplane is almost full",
        ["TIE"] = "That is exactly what happened",
        ["TSI"] = "The surface is slick",
        ["WSI"] = "We'll stop in a couple of minutes",
    };

    /// <summary>Burkhardt et al., Interspeech 2005.</summary>
    public static IReadOnlyDictionary<string, string> EmoDb { get; } = new Dictionary<string, string>
    {
        ["a01"] = "Der Lappen liegt auf dem Eisschrank",
        ["a02"] = "Das will sie am Mittwoch abgeben",
        ["a04"] = "Heute abend könnte ich es ihm sagen",
        ["a05"] = "Das schwarze Stück Papier befindet sich da oben neben dem Holzstück",
        ["a07"] = "In sieben Stunden wird es soweit sein",
        ["b01"] = "Was sind denn das für Tüten, die da unter dem Tisch stehen",
        ["b02"] = "Sie haben es gerade hochgetragen und jetzt gehen sie wieder runter",
        ["b03"] = "An den Wochenenden bin ich jetzt immer nach Hause gefahren und habe Agnes besucht",
        ["b09"] = "Ich will das eben wegbringen und dann mit Karl was trinken gehen",
        ["b10"] = "Die wird auf dem Platz sein, wo wir sie immer hinlegen",
    };
}
