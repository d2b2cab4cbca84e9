using System.Globalization;
using SerLab.Corpora;
using SerLab.Reports;

namespace SerLab.Tests.Reports;

[Trait("Kind", "law")]
public sealed class EmotionColoursTests
{
    /// <summary>
    /// How linear red, green and blue look without one kind of cone: none missing, long, middle, short (Machado,
    /// Oliveira and Fernandes, "A physiologically-based model for simulation of color vision deficiency", 2009).
    /// </summary>
    private static readonly double[][] Eyes =
    [
        [1, 0, 0, 0, 1, 0, 0, 0, 1],
        [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    ];

    private static readonly double[] ToCones =
        [0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566,
         0.0883024619, 0.2817188376, 0.6299787005];

    private static readonly double[] ToOklab =
        [0.2104542553, 0.7936177850, -0.0040720468, 1.9779984951, -2.4285922050, 0.4505937099,
         0.0259040371, 0.7827717662, -0.8086757660];

    [Fact]
    public void No_two_emotions_look_alike_to_any_eyes()
    {
        foreach (var eyes in Eyes)
            foreach (var one in Emotions.Vocabulary)
                foreach (var other in Emotions.Vocabulary.Where(other => other != one))
                    Assert.True(Distance(eyes, one, other) > 0.08, $"{one} looks like {other}.");
    }

    [Fact]
    public void Words_outside_the_vocabulary_have_a_colour_of_their_own_that_stays()
    {
        Assert.Equal("#44AA99", EmotionColours.Of("contempt"));
        Assert.DoesNotContain(EmotionColours.Of("zeal"), Emotions.Vocabulary.Select(EmotionColours.Of));
    }

    /// <summary>Distance in Oklab (Ottosson 2020), where 1 is from black to white.</summary>
    private static double Distance(double[] eyes, string one, string other) =>
        Math.Sqrt(Seen(eyes, one).Zip(Seen(eyes, other), (a, b) => (a - b) * (a - b)).Sum());

    private static double[] Seen(double[] eyes, string emotion)
    {
        var colour = EmotionColours.Of(emotion);
        double[] linear = [.. new[] { 1, 3, 5 }.Select(start => Linear(colour.Substring(start, 2)))];
        var seen = Multiply(eyes, linear).Select(part => Math.Clamp(part, 0, 1)).ToArray();
        return Multiply(ToOklab, [.. Multiply(ToCones, seen).Select(Math.Cbrt)]);
    }

    private static double Linear(string hex)
    {
        var part = int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }

    private static double[] Multiply(double[] matrix, double[] vector) =>
        [.. matrix.Chunk(3).Select(row => row.Zip(vector, (a, b) => a * b).Sum())];
}
