using System.Globalization;
using System.Text.Json.Serialization;
using SerLab.Files;

namespace SerLab.Augmentation;

/// <summary>
/// How much of something: one number, or a range from which a seed draws one, every one equally likely. In JSON
/// <c>0.5</c> or <c>[0.8, 1.2]</c>, as text <c>0.5</c> or <c>0.8..1.2</c>.
/// </summary>
/// <param name="From">The least.</param>
/// <param name="To">The most; the same as <paramref name="From"/> for one number.</param>
[JsonConverter(typeof(AmountJson))]
public readonly record struct Amount(double From, double To)
{
    private const string Between = "..";

    /// <summary>One number.</summary>
    public static implicit operator Amount(double number) => new(number, number);

    /// <summary>A range.</summary>
    public static implicit operator Amount((double From, double To) range) => new(range.From, range.To);

    /// <summary>Whether it is one number.</summary>
    public bool IsFixed => From.Equals(To);

    /// <summary>Reads the text form.</summary>
    /// <exception cref="BadOptionException">The text is neither a number nor two with two dots between.</exception>
    public static Amount Parse(string text)
    {
        double[] numbers = [.. text.Split(Between).Select(Number)];
        return numbers.Length is 1 or 2 && numbers.All(double.IsFinite)
            ? new Amount(numbers[0], numbers[^1])
            : throw new BadOptionException(
                $"'{text}' is no amount.", "Write a number, such as 1.1, or a range, such as 0.8..1.2.");
    }

    /// <summary>The text form.</summary>
    public override string ToString() => IsFixed ? Text(From) : $"{Text(From)}{Between}{Text(To)}";

    /// <summary>The number, or the one that comes next of the range.</summary>
    internal Amount Drawn(SeededRandom random) => IsFixed ? this : From + (To - From) * random.Next();

    /// <summary>What is wrong with it as the option of that name: nothing where it lies within the bounds.</summary>
    internal IEnumerable<string> Problems(string option, double least, double most)
    {
        if (!(From >= least && To <= most && To >= least && From <= most)) // also NaN
        {
            yield return $"{option} {this} is not within {Text(least)} to {Text(most)}";
        }
        else if (From > To)
        {
            yield return $"{option} {this} has the larger end first";
        }
    }

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
