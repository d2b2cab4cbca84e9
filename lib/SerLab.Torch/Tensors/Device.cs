using System.Globalization;

namespace TorchSharp;

/// <summary>The kind of a device; the numbers are libtorch's own.</summary>
public enum DeviceType
{
    /// <summary>The processor.</summary>
    CPU = 0,
    /// <summary>An NVIDIA card (or an AMD one, in such a build of libtorch).</summary>
    CUDA = 1,
}

public static partial class torch
{
    /// <summary>The processor.</summary>
    public static readonly Device CPU = new(DeviceType.CPU);

    /// <summary>The current CUDA card.</summary>
    public static Device CUDA => new(DeviceType.CUDA);

    /// <summary>A device by its name: "cpu", "cuda", "cuda:1".</summary>
    public static Device device(string description) => new(description);

    /// <summary>A device by its kind and number.</summary>
    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    /// <summary>Where a tensor lives.</summary>
    public class Device
    {
        /// <summary>A device by its name: "cpu", "cuda", "cuda:1".</summary>
        /// <exception cref="ArgumentException">No such name.</exception>
        public Device(string description)
        {
            var parts = description.Split(':');
            type = Enum.TryParse<DeviceType>(parts[0], ignoreCase: true, out var found) && !char.IsDigit(parts[0][0])
                ? found
                : throw new ArgumentException($"Unknown device '{description}': say cpu, cuda or cuda:0.");
            if (parts.Length > 1) index = int.Parse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture);
        }

        /// <summary>A device by its kind and number (-1: the current one).</summary>
        public Device(DeviceType deviceType, int index = -1) =>
            (type, this.index) = (deviceType, deviceType == DeviceType.CPU ? -1 : index);

        /// <summary>Its kind.</summary>
        public DeviceType type { get; private set; }

        /// <summary>Its number; -1 for the processor or the current card.</summary>
        public int index { get; private set; } = -1;

        /// <summary>A device by its name.</summary>
        public static implicit operator Device(string description) => new(description);

        /// <summary>The name that <see cref="Device(string)"/> reads.</summary>
        public override string ToString() =>
            type == DeviceType.CPU ? "cpu"
            : index < 0 ? "cuda"
            : string.Create(CultureInfo.InvariantCulture, $"cuda:{index}");
    }
}
