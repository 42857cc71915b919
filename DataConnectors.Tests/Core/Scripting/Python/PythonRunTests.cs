using DataConnectors.Core.Scripting;

namespace DataConnectors.Tests.Core.Scripting.Python;

/// <summary>What an admin's code gets and gives.</summary>
[Collection("Python")]
public sealed class PythonRunTests(PythonMachine python)
{
    [Fact]
    public async Task Transform_of_one_argument_gets_the_answer() =>
        Assert.Equal(
            """{"id":12345}""",
            await python.ResultAsync(
                "def transform(response):\n    return {'id': response['order']['id']}"
            )
        );

    [Theory]
    [InlineData("def transform(response, context):")]
    [InlineData("def transform(response, context=None):")]
    [InlineData("def transform(response, *rest):\n    context = rest[0]")]
    public async Task Transform_of_two_arguments_gets_the_context_too(string head) =>
        Assert.Equal(
            """[200,"2",7]""",
            await python.ResultAsync(
                head
                    + "\n    return [context['status'], context['headers']['x-page'], context['inputs']['n']]"
            )
        );

    [Theory]
    [InlineData("9007199254740993")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("-0.5")]
    [InlineData("\"Zoë 😀\"")]
    [InlineData("null")]
    [InlineData("[[[1]],{\"a\":{}}]")]
    public async Task Values_come_back_as_they_were(string json) =>
        Assert.Equal(
            json,
            await python.ResultAsync("def transform(response):\n    return response", json)
        );

    [Fact]
    public async Task An_error_names_its_type_text_and_line()
    {
        var failure = await python.FailureAsync(
            "def inner(v):\n    raise ValueError('boom')\n\ndef transform(response):\n    return inner(1)"
        );

        Assert.Equal(ScriptFailureKind.Raised, failure.Kind);
        Assert.Equal("ValueError: boom (line 2)", failure.Message);
        Assert.Equal("ValueError on line 2", failure.Summary);
        Assert.Equal(2, failure.Line);
    }
}
