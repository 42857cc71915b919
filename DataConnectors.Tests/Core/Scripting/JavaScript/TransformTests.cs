namespace DataConnectors.Tests.Core.Scripting.JavaScript;

/// <summary>What the function gets and what may come back.</summary>
public sealed class TransformTests(Workers workers) : IClassFixture<Workers>
{
    [Theory]
    [InlineData(
        "function transform(response) { return response.a; }",
        """{"a":[1,"x",null,true]}""",
        """[1,"x",null,true]"""
    )]
    [InlineData(
        "const transform = (response, context) => context.inputs.order_id + context.status;",
        "{}",
        "1201"
    )]
    [InlineData(
        "function transform(r) { return JSON.stringify(r); }",
        "{\"id\":12345678901234567890}",
        "\"{\\\"id\\\":12345678901234567890}\""
    )]
    public async Task A_transform_gives(string code, string response, string expected) =>
        Assert.Equal(expected, await workers.ResultAsync(code, response));
}
