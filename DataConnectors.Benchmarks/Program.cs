using DataConnectors.Benchmarks;

return args switch
{
    ["executor", .. var rest] => await ExecutorBenchmark.RunAsync(rest),
    ["shaping", .. var rest] => await ShapingBenchmark.RunAsync(rest),
    ["javascript", .. var rest] => await JavaScriptBenchmark.RunAsync(rest),
    ["tokens", .. var rest] => await AccessTokenBenchmark.RunAsync(rest),
    ["inbox", .. var rest] => await InboxBenchmark.RunAsync(rest),
    ["audiences", .. var rest] => await AudienceBenchmark.RunAsync(rest),
    ["startup", .. var rest] => await StartupBenchmark.RunAsync(rest),
    ["python", .. var rest] => await PythonBenchmark.RunAsync(rest),
    ["public-api", .. var rest] => await PublicApiBenchmark.RunAsync(rest),
    ["run-now", .. var rest] => await RunNowBenchmark.RunAsync(rest),
    ["agent", .. var rest] => AgentBenchmark.Run(rest),
    ["load"] => await LoadGenerator.ServeAsync(),
    ["proxy", var target] => await PassThroughProxy.ServeAsync(target),
    ["webhooks", .. var rest] => await WebhookBenchmark.RunAsync(rest),
    ["serve"] => await LoopbackServer.ServeAsync(),
    ["crash-driver", "--data", var directory, "--seed", var seed] => await CrashDriver.RunAsync(
        directory,
        seed
    ),
    ["webhook-crash-driver", var directory, var url, var ahead, var mode] =>
        await WebhookCrashDriver.RunAsync(directory, url, ahead, mode == "drain"),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        usage: dotnet run -c Release --project DataConnectors.Benchmarks -- <what>
          executor [--seconds N] [--rounds N]   the executor against a bare HttpClient
          shaping [--seconds N] [--rounds N]    cutting a 100 kB answer to its fields against bare parsing
          python [--seconds N] [--rounds N]     a call of Python against the bare function
          javascript [--seconds N] [--rounds N] runs of JavaScript in workers against the bare interpreter
          tokens [--seconds N] [--rounds N]     knowing an access token against asking the database
          audiences [--people N] [--connectors N]
                                                counting whom an audience reaches, and judging connectors for a person
          webhooks [--seconds N] [--rounds N]   what subscribers cost the recorder, and how fast they are told
          inbox [--conversations N] [--seconds N]
                                                pages, counts and searches of an Inbox with many conversations
          agent [--cross-validate [--wrong] | --speed | --fit <file> | --distill <embeddings> <wordnet> <file>]
                                                choosing connectors on the published cases; fitting it
          startup <published folder>            from process start to ready
          public-api <published folder> [--seconds N] [--rounds N] [--warm-up RUNS]
                                                reads of the public API with 1,000 connectors
          run-now <published folder> [--seconds N] [--rounds N] [--warm-up RUNS]
                                                runs through the public API against a bare proxy
        """
    );
    return 2;
}
