namespace SerLab.Audio;

/// <summary>Samples that come block by block.</summary>
/// <param name="expected">How many are expected; where it is right, no sample is moved again.</param>
internal sealed class SampleBuffer(long expected)
{
    private float[] _samples = GC.AllocateUninitializedArray<float>((int)Math.Clamp(expected, 1, Array.MaxLength));
    private int _count;

    /// <summary>Samples so far.</summary>
    public int Count => _count;

    /// <summary>Appends a block.</summary>
    public void Add(ReadOnlySpan<float> block)
    {
        if (_samples.Length - _count < block.Length)
        {
            var wanted = Math.Max(2L * _samples.Length, (long)_count + block.Length);
            Array.Resize(ref _samples, (int)Math.Min(Array.MaxLength, wanted));
        }
        block.CopyTo(_samples.AsSpan(_count));
        _count += block.Length;
    }

    /// <summary>All samples; the buffer is not to be used again.</summary>
    public float[] ToArray() => ToArray(_count);

    /// <summary>The first samples, zeros where there are fewer; the buffer is not to be used again.</summary>
    public float[] ToArray(int length)
    {
        _samples.AsSpan(_count).Clear();
        if (length != _samples.Length)
        {
            Array.Resize(ref _samples, length);
        }
        return _samples;
    }
}
