namespace SerLab.Kernel.Directives;

/// <summary><c>#r</c>: brings an assembly and what it needs into the notebook.</summary>
internal static class ReferenceDirectives
{
    public static Task Run(DirectivePart directive, CellRun run)
    {
        var name = directive.Argument.Trim().Trim('"').Trim();
        if (directive.Name != "#r" || name.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase))
        {
            throw new KernelException($"{directive.Name} {directive.Argument} asks for a package, which comes later",
                "Reference the built assembly by its path for now: #r \"path/to/Library.dll\".");
        }
        run.Session.Reference(name, run.Folder);
        return Task.CompletedTask;
    }
}
