using SerLab.Corpora;

namespace SerLab.Tests.Corpora;

public class CorpusNamesTests
{
    [Theory]
    [Trait("Kind", "law")]
    [InlineData("OAF_Pleasant_surprise/OAF_back_ps", "tess", "OAF surprise ps Female back - - -")]
    [InlineData("flat/YAF_dog_fear", "tess", "YAF fear fear Female dog - - -")]
    [InlineData("OA_bite_neutral", "tess", "OAF neutral neutral Female bite - - -")]
    [InlineData("BIF_cat_sad", "tess", "BIF sad sad - cat - - -")]
    [InlineData("Actor_12/03-01-06-02-02-01-12", "ravdess",
        "Actor_12 fear fearful Female Dogs are sitting by the door strong 01 speech")]
    [InlineData("03-02-02-01-01-02-07", "ravdess",
        "Actor_07 calm calm Male Kids are talking by the door normal 02 song")]
    [InlineData("AudioWAV/1040_ITH_SAD_X", "crema-d", "1040 sad SAD - ITH - - -")]
    [InlineData("1013_IEO_ANG_MD", "crema-d", "1013 angry ANG - IEO MD - -")]
    [InlineData("wav/03a01Fa", "emo-db", "03 happy F Male a01 - a -")]
    [InlineData("16b10Wb", "emo-db", "16 angry W Female b10 - b -")]
    [InlineData("DC/a01", "savee", "DC angry a Male common-01 - - -")]
    [InlineData("ALL/KL_su15", "savee", "KL surprise su Male su15 - - -")]
    [InlineData("JK_n30", "savee", "JK neutral n Male n30 - - -")]
    public void A_name_tells_its_labels(string id, string corpus, string expected)
    {
        var read = CorpusReader.Understood.Select(names => names.Parse(id, "file")).OfType<Utterance>().ToArray();
        var u = Assert.Single(read);
        var told = new[] { u.Speaker, u.Emotion, u.Word, u.Sex?.ToString(), u.Phrase, u.Intensity, u.Take, u.Channel };
        Assert.Equal(corpus, u.Corpus);
        Assert.Equal(expected, string.Join(' ', told.Select(part => part ?? "-")));
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData("OAF_back_joy")]
    [InlineData("oaf_back_sad")]
    [InlineData("OAF_back_sad2")]
    [InlineData("02-01-06-01-02-01-12")]
    [InlineData("03-01-09-01-02-01-12")]
    [InlineData("03-01-06-01-02-01-25")]
    [InlineData("03-01-06-01-02-01-00")]
    [InlineData("1001_ABC_ANG_XX")]
    [InlineData("1001_DFA_ANGRY_XX")]
    [InlineData("04a01Fa")]
    [InlineData("03c01Fa")]
    [InlineData("03a01Xa")]
    [InlineData("XX/a01")]
    [InlineData("a01")]
    [InlineData("DC_n31")]
    [InlineData("DC_n00")]
    public void A_name_that_is_nearly_right_is_not_guessed(string id)
    {
        Assert.All(CorpusReader.Understood, names => Assert.Null(names.Parse(id, "file")));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Crema_d_takes_the_sex_from_its_demographics_in_the_folder_or_above()
    {
        var folder = CorpusMaker.Folder("AudioWAV/1001_DFA_ANG_XX.wav", "AudioWAV/1002_DFA_ANG_XX.wav");
        CorpusMaker.Add(folder, "VideoDemographics.csv",
            "ActorID,Age,Sex,Race,Ethnicity\n1001,51,Male,a,b\n1002,21,Female,a,b\n");
        foreach (var place in new[] { folder, Path.Combine(folder, "AudioWAV") })
        {
            Assert.Equal([Sex.Male, Sex.Female], CorpusReader.Read(place).Utterances.Select(u => u.Sex!.Value));
        }
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData("anger", "angry")]
    [InlineData("Fearful", "fear")]
    [InlineData("pleasant_surprise", "surprise")]
    [InlineData("PS", "surprise")]
    [InlineData(" Sadness ", "sad")]
    [InlineData("neutral", "neutral")]
    [InlineData("Schadenfreude", "schadenfreude")]
    [InlineData("mildly_annoyed", "mildly_annoyed")]
    public void Words_of_others_become_common_labels_or_stay_their_own(string word, string label)
    {
        Assert.Equal(label, EmotionWords.ToLabel(word));
    }
}
