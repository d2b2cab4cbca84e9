using SerLab.Corpora;
using SerLab.Files;
using SerLab.Splits;

namespace SerLab.Tests.Corpora;

[Trait("Kind", "law")]
public sealed class CorpusUnionTests
{
    private static readonly string[] Tess =
        ["OAF_dog_sad.wav", "OAF_dog_happy.wav", "YAF_dog_ps.wav", "YAF_dog_angry.wav", "YAF_dog_sad.wav"];

    private static readonly string[] EmoDb =
        ["wav/03a01Fa.wav", "wav/03a01La.wav", "wav/08a02Ta.wav", "wav/08a02Wa.wav"];

    [Fact]
    public void Ids_speakers_and_phrases_carry_the_corpus_and_only_common_emotions_are_kept()
    {
        var corpus = CorpusUnion.Read([CorpusMaker.Folder(Tess), CorpusMaker.Folder(EmoDb)]);
        Assert.Equal("tess+emo-db", corpus.Name);
        Assert.Equal("TESS + EMO-DB", CorpusReader.Title(corpus.Name));
        Assert.Equal(["happy", "sad", "angry"], corpus.Labels);
        Assert.Equal(["emo-db/03", "emo-db/08", "tess/OAF", "tess/YAF"], corpus.Speakers);
        var first = corpus.Utterances[0];
        Assert.Equal(("emo-db/wav/03a01Fa", "emo-db", "emo-db/a01"), (first.Id, first.Corpus, first.Phrase));
        var ids = corpus.Utterances.Select(u => u.Id).ToList();
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Equal(["No 'surprise' in emo-db.", "No 'boredom' in tess."], corpus.LeftOut.Select(left => left.Reason));
    }

    [Fact]
    public void A_map_renames_and_drops_before_the_corpora_are_held_against_each_other()
    {
        var map = new LabelMap(new Dictionary<string, string?>
        {
            ["boredom"] = "surprised", ["anger"] = null,
        });
        var corpus = CorpusUnion.Read([CorpusMaker.Folder(Tess), CorpusMaker.Folder(EmoDb)], map);
        Assert.Equal(["happy", "sad", "surprise"], corpus.Labels);
        Assert.Equal(2, corpus.LeftOut.Count(left => left.Reason == "The label map drops its emotion."));
    }

    [Fact]
    public void One_folder_stays_as_it_is_but_for_the_map()
    {
        var folder = CorpusMaker.Folder(Tess);
        Assert.Equal(CorpusReader.Read(folder).Utterances, CorpusUnion.Read([folder]).Utterances);
        var mapped = CorpusUnion.Read([folder], new LabelMap(new Dictionary<string, string?> { ["ps"] = null }));
        Assert.Equal(("tess", 4, 1), (mapped.Name, mapped.Utterances.Count, mapped.LeftOut.Count));
    }

    [Fact]
    public void Two_corpora_of_one_name_stay_two_and_their_phrases_are_the_same()
    {
        var parent = CorpusMaker.Folder([.. Tess.Select(f => $"studio/{f}"), .. Tess.Select(f => $"phone/{f}")]);
        var corpus = CorpusUnion.Read([Path.Combine(parent, "studio"), Path.Combine(parent, "phone")]);
        Assert.Equal("tess-studio+tess-phone", corpus.Name);
        Assert.Equal(4, corpus.Speakers.Count);
        Assert.Equal(["tess/dog"], corpus.Utterances.Select(u => u.Phrase).Distinct());
        var plan = SplitRule.Parse("corpus(test=tess-phone, validation=0)").Plan(corpus);
        Assert.Equal((5, 5), (plan.Test.Count, plan.Train.Count));
    }

    [Fact]
    public void Two_corpora_whose_folders_have_one_name_too_are_numbered()
    {
        var (one, two) = (CorpusMaker.Folder("x/OAF_dog_sad.wav"), CorpusMaker.Folder("x/OAF_dog_sad.wav"));
        var corpus = CorpusUnion.Read([Path.Combine(one, "x"), Path.Combine(two, "x/")]);
        Assert.Equal("tess-x+tess-x-2", corpus.Name);
    }

    [Fact]
    public void A_folder_named_twice_is_refused()
    {
        var folder = CorpusMaker.Folder(Tess);
        Assert.Contains("named twice",
            Assert.Throws<BadOptionException>(() => CorpusUnion.Read([folder, folder + "/"])).Message);
    }

    [Fact]
    public void Corpora_without_a_common_emotion_are_refused_with_what_each_has()
    {
        var refusal = Assert.Throws<BadOptionException>(() => CorpusUnion.Read(
            [CorpusMaker.Folder("OAF_dog_sad.wav"), CorpusMaker.Folder("wav/03a01Fa.wav")]));
        Assert.Contains("tess has sad; emo-db has happy", refusal.Message);
    }

    [Fact]
    public void A_corpus_that_is_empty_from_the_start_stays_empty()
    {
        var empty = new Corpus("none", "here", [], []);
        Assert.Empty(CorpusUnion.Of([empty]).Utterances);
    }
}
