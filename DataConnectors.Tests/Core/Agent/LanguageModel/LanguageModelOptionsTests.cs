using DataConnectors.Core.Agent;
using DataConnectors.Core.Agent.LanguageModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DataConnectors.Tests.Core.Agent.LanguageModel;

public sealed class LanguageModelOptionsTests
{
    [Fact]
    public void Without_the_section_nothing_is_wrong_and_nothing_is_set() =>
        Assert.False(Read().IsConfigured);

    [Fact]
    public void Every_fault_is_named_at_once()
    {
        var invalid = Assert.Throws<OptionsValidationException>(() =>
            Read(
                ("Endpoint", "ftp://models.test"),
                ("TimeoutSeconds", "soon"),
                ("MaxOutputTokens", "1")
            )
        );

        Assert.Equal(
            ["Endpoint", "Model", "TimeoutSeconds", "MaxOutputTokens"],
            invalid.Failures.Select(failure => failure.Split(':')[2].Split(' ')[0])
        );
    }

    [Fact]
    public void The_key_is_never_printed()
    {
        var options = Read(
            ("Endpoint", "https://models.test/v1"),
            ("Model", "small"),
            ("ApiKey", "very-secret")
        );

        Assert.Equal("****", $"{options.ApiKey}");
        Assert.Equal(20, options.TimeoutSeconds);
    }

    private static LanguageModelOptions Read(params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddAgent(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    settings.Select(of => new KeyValuePair<string, string?>(
                        $"Fin:LanguageModel:{of.Key}",
                        of.Value
                    ))
                )
                .Build()
        );
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<LanguageModelOptions>>().Value;
    }
}
