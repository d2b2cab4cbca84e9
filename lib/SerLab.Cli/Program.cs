using SerLab.Cli;

return await Guard.Run(CommandLine.Create().Parse(args), Console.Error);
