using SerLab.Splits.Auditing;

namespace SerLab.Tests.Splits.Auditing;

[Trait("Kind", "law")]
public class CopyNamesTests
{
    [Theory]
    [InlineData("x/OAF_back_angry", "x/OAF_back_angry")]
    [InlineData("x/OAF_back_angry_noise", "x/OAF_back_angry")]
    [InlineData("OAF_back_angry_aug1", "OAF_back_angry")]
    [InlineData("OAF_back_angry_aug_2", "OAF_back_angry")]
    [InlineData("OAF_back_angry-stretched0.9_noise", "OAF_back_angry")]
    [InlineData("03-01-05-01-01-02-11_pitch", "03-01-05-01-01-02-11")]
    [InlineData("03a01Wa (1)", "03a01Wa")]
    [InlineData("noise_03a01Wa", "03a01Wa")]
    [InlineData("OAF_pitch_angry", "OAF_pitch_angry")]
    [InlineData("noise", "noise")]
    public void What_marks_a_copy_is_taken_away_and_nothing_else(string id, string original) =>
        Assert.Equal(original, CopyNames.Original(id));
}
