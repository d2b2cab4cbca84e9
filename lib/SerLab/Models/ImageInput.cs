using SerLab.Files;

namespace SerLab.Models;

/// <summary>The input that the 2-D networks read: [channel, mel, frame].</summary>
internal static class ImageInput
{
    public static (int Channels, int Mels, int Frames) Check(IReadOnlyList<int> input, int classes, int smallest)
    {
        if (input is not [var channels, var mels, var frames])
        {
            throw new BadOptionException(
                $"A 2-D network cannot read features of shape [{string.Join(", ", input)}].",
                "Use a feature set of shape [channel, mel, frame], such as fs2 or mel128.");
        }
        if (mels < smallest || frames < smallest || channels < 1)
        {
            throw new BadOptionException(
                $"The network halves its input too often for features of {mels} mel bands and {frames} frames.",
                $"Use at least {smallest} of each.");
        }
        if (classes < 2)
        {
            throw new BadOptionException(
                $"A classifier of {classes} class cannot learn.", "Give it at least 2 classes.");
        }
        return (channels, mels, frames);
    }
}
