using System.Text.Json.Nodes;

namespace SerLab.Kernel.Jupyter;

/// <summary>Answers what must work while a cell runs: interrupt and shutdown.</summary>
internal sealed class ControlDesk(Channels channels, ShellDesk shell, CancellationTokenSource stop)
{
    public void Answer(Message request)
    {
        channels.PublishState("busy", request);
        switch (request.Type)
        {
            case "interrupt_request":
                shell.Interrupt();
                channels.Reply(channels.Control, request, new JsonObject { ["status"] = "ok" });
                break;
            case "shutdown_request":
                channels.Reply(channels.Control, request, new JsonObject
                {
                    ["status"] = "ok", ["restart"] = request.Content["restart"]?.DeepClone() ?? false,
                });
                stop.Cancel();
                break;
            case "kernel_info_request":
                channels.Reply(channels.Control, request, KernelInfo.Content());
                break;
            default:
                break;
        }
        channels.PublishState("idle", request);
    }
}
