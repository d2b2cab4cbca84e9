using System.ComponentModel;
using System.Diagnostics;
using SerLab.Files;

namespace SerLab.Audio;

/// <summary>Speech by the program <c>espeak-ng</c>: a process a clip, so any number may run at once.</summary>
public static class SpeechSynthesis
{
    /// <summary>Speaks a text. The same arguments give the same samples.</summary>
    /// <param name="ssml">Plain text or SSML; pitch, range and rate go into <c>prosody</c> elements.</param>
    /// <param name="voice">An espeak-ng voice and variant: <c>en-us+f2</c>.</param>
    /// <param name="wordsPerMinute">80 to 450; espeak-ng's default 175.</param>
    /// <returns>The clip at espeak-ng's own rate, 22,050 Hz.</returns>
    /// <exception cref="SerLabException">espeak-ng is not installed, or refuses the voice.</exception>
    public static Clip Say(string ssml, string voice, int wordsPerMinute = 175)
    {
        using var process = Start(["-m", "--stdout", "-v", voice, "-s", $"{wordsPerMinute}", "--", ssml]);
        var complaint = process.StandardError.ReadToEndAsync();
        using var wav = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(wav);
        process.WaitForExit();
        return process.ExitCode == 0 && wav.Length > 0
            ? AudioFile.Decode(wav, voice).ToMono()
            : throw new SerLabException(
                $"espeak-ng cannot speak with the voice {voice}: {complaint.Result.Trim()}.",
                "List its voices with: espeak-ng --voices=en.");
    }

    private static Process Start(string[] arguments)
    {
        var how = new ProcessStartInfo("espeak-ng", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(how)!;
        }
        catch (Win32Exception missing)
        {
            throw new SerLabException(
                "The program espeak-ng is not installed.", "Install it (Debian: apt-get install espeak-ng).", missing);
        }
    }
}
