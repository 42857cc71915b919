using System.Text;
using CsCheck;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Logs;
using DataConnectors.Core.Transformation;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Core.Logs;

public sealed class RedactionTests
{
    [Theory]
    [InlineData("https://api.example.com/a/b?key=1", "https://api.example.com/a/b")]
    [InlineData("https://api.example.com/a#part", "https://api.example.com/a")]
    [InlineData("https://user:pass@api.example.com/a@b", "https://api.example.com/a@b")]
    [InlineData("https://u:p@ss@api.example.com", "https://api.example.com")]
    [InlineData("https://api.example.com?x=a@b", "https://api.example.com")]
    [InlineData("https://api.example.com/p?to=https://x:y@z/", "https://api.example.com/p")]
    [InlineData("not a url", "not a url")]
    public void A_url_is_stored_without_its_values(string url, string stored) =>
        Assert.Equal(stored, LoggedRequest.WithoutValues(url));

    [Fact]
    public void Secret_headers_are_masked_whoever_set_them()
    {
        var record = Create(Finished.Execution());

        Assert.Equal(
            [
                KeyValuePair.Create("Accept", (string?)"application/json"),
                KeyValuePair.Create("authorization", (string?)"****"),
                KeyValuePair.Create("X-Shop-Key", (string?)"****"),
            ],
            StoredExecution.RequestHeaders(record)
        );
    }

    [Theory]
    [InlineData("Authorization")]
    [InlineData("PROXY-AUTHORIZATION")]
    [InlineData("Cookie")]
    [InlineData("x-api-key")]
    [InlineData("Api-Key")]
    public void Well_known_secret_headers_are_known_in_any_case(string name) =>
        Assert.True(LoggedRequest.IsSecretHeader(name));

    [Fact]
    public void Redacted_fields_are_masked_in_both_bodies_under_both_names()
    {
        var record = Create(
            Finished.Execution(
                redacted:
                [
                    Redacted("customer.email") with
                    {
                        RenamedTo = "mail",
                    },
                    Redacted("items[].code"),
                    Redacted("absent.path"),
                ]
            )
        );

        Assert.Equal(
            """{"id":1001,"status":"shipped","customer":{"email":"****"},"items":[{"sku":"A","code":"****"},{"sku":"B","code":"****"}]}""",
            record.RawResponseBody
        );
        Assert.Equal(
            """{"state":"shipped","customer":{"mail":"****"}}""",
            record.ShapedResponseBody
        );
    }

    [Fact]
    public void A_redacted_value_is_masked_wherever_the_table_puts_it()
    {
        var field = Redacted("customer.email") with { RenamedTo = "contact" };
        var answer = """{"customer":{"email":"grace@example.com"}}""";
        var selector = new FieldSelector([field], TimeProvider.System);
        var original = Some.Json(answer);
        var run = Finished.Execution(answer: answer, redacted: [field]) with
        {
            Shaped = new ShapedResponse(selector.Shape(original).Root, original),
        };

        Assert.Equal("""{"customer":{"contact":"****"}}""", Create(run).ShapedResponseBody);
    }

    [Fact]
    public void Redacted_fields_are_masked_in_the_answer_of_a_failed_run()
    {
        var run = Finished.Failure() with
        {
            RedactedFields = [FieldPath.Parse("customer.email").Value],
        };

        Assert.DoesNotContain(
            "grace@example.com",
            Create(run).RawResponseBody,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_answer_in_which_redacted_fields_cannot_be_found_is_not_stored()
    {
        var run = Finished.Execution(answer: "{}") with
        {
            Shaped = null,
            RedactedFields = [FieldPath.Parse("customer.email").Value],
            Response = new RawResponse(
                500,
                "text/html",
                [],
                "<p>grace@example.com</p>"u8.ToArray()
            ),
        };

        Assert.StartsWith("[not stored", Create(run).RawResponseBody, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_the_answer_a_value_of_a_redacted_field_is_never_stored()
    {
        // Keys few enough to meet the path often, at any depth, in lists and beside them.
        var key = Gen.Int[0, 2].Select(index => "abc"[index].ToString());
        var value = Gen.Recursive<string>(
            (depth, inner) =>
                depth > 4
                    ? Gen.Const("1")
                    : Gen.OneOf(
                        Gen.Const("true"),
                        inner.List[0, 3].Select(items => $"[{string.Join(',', items)}]"),
                        Gen.Select(key, inner)
                            .List[0, 3]
                            .Select(pairs =>
                                $"{{{string.Join(',', pairs.DistinctBy(pair => pair.Item1).Select(pair => $"\"{pair.Item1}\":{pair.Item2}"))}}}"
                            )
                    )
        );
        value.Sample(other =>
        {
            var answer =
                $$$"""{"a":[{"b":{"secret":"s3cr3t","kept":{{{other}}} }},{"b":{"secret":["s3cr3t"]}}],"b":{{{other}}} }""";
            var run = Finished.Execution(answer: answer, redacted: [Redacted("a[].b.secret")]);
            return !Create(run).RawResponseBody!.Contains("s3cr3t", StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_binary_body_is_stored_as_a_note_and_its_bytes()
    {
        Assert.Equal("[binary, 3 bytes, Base64] /wBB", BodyOf([0xFF, 0x00, 0x41]));
        Assert.Equal("[binary, 1 bytes, Base64] AA==", BodyOf([0x00]));
    }

    [Fact]
    public void A_text_body_is_stored_as_it_came_without_its_byte_order_mark()
    {
        Assert.Equal("žluťoučký 🐴", BodyOf(Encoding.UTF8.GetBytes("\uFEFFžluťoučký 🐴")));
        Assert.Equal("", BodyOf([]));
    }

    [Fact]
    public void Inputs_and_trace_are_read_back_as_they_were()
    {
        var record = Create(Finished.Failure());

        Assert.Equal(
            [
                KeyValuePair.Create("order_id", (string?)"1001"),
                KeyValuePair.Create("note", (string?)null),
            ],
            StoredExecution.Inputs(record)
        );
        Assert.Equal(
            [
                new StoredTraceStep(
                    "verify",
                    TimeSpan.FromMicroseconds(3),
                    "Not required",
                    IsFailure: false
                ),
                new StoredTraceStep(
                    "send",
                    TimeSpan.FromMicroseconds(10_001),
                    "The API answered 500. Ask whoever runs it.",
                    IsFailure: true
                ),
            ],
            StoredExecution.Trace(record)
        );
        Assert.Equal("3rd_party_error", record.ErrorType);
    }

    [Fact]
    public void Buffers_kept_between_records_carry_nothing_over()
    {
        using var row = new ExecutionRow();
        var large = $"{{\"text\":\"{new string('x', 3_000_000)}\"}}";
        var expected = Create(row, Finished.Execution());

        var between = Create(
            row,
            Finished.Execution(answer: large, redacted: [Redacted("absent")])
        );
        var again = Create(row, Finished.Execution());

        Assert.Equal(large, between.RawResponseBody);
        Assert.Equal(expected.RawResponseBody, again.RawResponseBody);
        Assert.Equal(expected.TraceJson, again.TraceJson);
    }

    private static ExecutionRecord Create(ExecutionResult run)
    {
        using var row = new ExecutionRow();
        return Create(row, run);
    }

    private static ExecutionRecord Create(ExecutionRow row, ExecutionResult run)
    {
        row.Fill(run);
        return new ExecutionRecord
        {
            ErrorType = Text(row.ErrorType),
            InputsJson = Text(row.Inputs)!,
            TraceJson = Text(row.Trace)!,
            RequestHeadersJson = Text(row.RequestHeaders)!,
            RawResponseBody = Text(row.RawResponse),
            ShapedResponseBody = Text(row.ShapedResponse),
        };

        string? Text(StoredText text) =>
            text.IsNull ? null : Encoding.UTF8.GetString(row.Utf8Of(text));
    }

    private static string? BodyOf(byte[] body) =>
        Create(
            Finished.Execution() with
            {
                Response = new RawResponse(200, null, [], body),
            }
        ).RawResponseBody;

    private static ResponseField Redacted(string path) => Some.Field(path, isRedacted: true);
}
