using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Scripting;
using DataConnectors.Core.Templating;
using DataConnectors.Core.Transformation;

namespace DataConnectors.Core.Execution.Stages;

/// <summary>Stage 7: judges the status, parses the answer, and cuts and reshapes it to what Fin may see.</summary>
internal sealed class ResponseShaper(CodeTransformer code)
{
    /// <summary>Throws only <see cref="OperationCanceledException"/>.</summary>
    public async ValueTask<Outcome<ShapedResponse, StageFailure>> ShapeAsync(
        ExecutionSubject subject,
        RawResponse response,
        ITemplateValues inputs,
        CancellationToken cancellationToken
    )
    {
        var definition = subject.Definition;
        if (!response.IsSuccess && !definition.ExpectedStatuses.Contains(response.Status))
        {
            return new StageFailure(ErrorType.ThirdParty, StatusAdvice.For(response));
        }

        if (
            ResponseParser
                .Parse(response.Body, response.ContentType)
                .TryGet(out var parsed, out var failure)
        )
        {
            return await CutAsync(subject, response, inputs, parsed.Root, cancellationToken);
        }

        return response.IsSuccess
            ? new StageFailure(ErrorType.ResponseMapping, failure.Message)
            : WithoutBody(
                await CutAsync(
                    subject,
                    response,
                    inputs,
                    ParsedResponse.Empty.Root,
                    cancellationToken
                ),
                response.Status
            );
    }

    // Many an API says "not found" by a page of its web server: the status is all of the answer then.
    private static Outcome<ShapedResponse, StageFailure> WithoutBody(
        Outcome<ShapedResponse, StageFailure> cut,
        int status
    ) =>
        cut.TryGet(out var shaped, out var failure)
            ? shaped with
            {
                Findings =
                [
                    new Problem(
                        "expectedStatuses",
                        $"The API answered {status}, which is expected, with a body that cannot be read. It counts as empty.",
                        ProblemSeverity.Warning
                    ),
                    .. shaped.Findings,
                ],
            }
            : failure;

    private async ValueTask<Outcome<ShapedResponse, StageFailure>> CutAsync(
        ExecutionSubject subject,
        RawResponse response,
        ITemplateValues inputs,
        JsonElement original,
        CancellationToken cancellationToken
    )
    {
        var definition = subject.Definition;
        if (definition.DataAccess == DataAccess.Full)
        {
            return new ShapedResponse(original, original);
        }

        return definition.ResponseTransformation == ResponseTransformation.Table
            ? await ApplyTableAsync(subject, response, inputs, original, cancellationToken)
            : await RunCodeAsync(subject, response, inputs, original, cancellationToken);
    }

    private async ValueTask<Outcome<ShapedResponse, StageFailure>> ApplyTableAsync(
        ExecutionSubject subject,
        RawResponse response,
        ITemplateValues inputs,
        JsonElement original,
        CancellationToken cancellationToken
    )
    {
        var fields = subject.Connector.Fields!;
        if (!fields.HasExpressions)
        {
            var cut = fields.Shape(original);
            return new ShapedResponse(cut.Root, original) { Findings = cut.Findings };
        }

        var pending = fields.FindExpressions(original);
        var evaluated = await code.EvaluateAsync(
            subject,
            [.. pending.Select(each => new ExpressionEvaluation(each.Expression, each.Value))],
            original,
            ScriptContext.Of(response, subject.Definition, inputs),
            cancellationToken
        );
        if (!evaluated.TryGet(out var results, out var failure))
        {
            return Failed(failure, "responseFields");
        }

        var shaped = fields.Shape(
            original,
            [.. results.Select(result => new ExpressionOutcome(result.Value, result.Fault))]
        );
        return new ShapedResponse(shaped.Root, original) { Findings = shaped.Findings };
    }

    private async ValueTask<Outcome<ShapedResponse, StageFailure>> RunCodeAsync(
        ExecutionSubject subject,
        RawResponse response,
        ITemplateValues inputs,
        JsonElement original,
        CancellationToken cancellationToken
    )
    {
        var run = await code.TransformAsync(
            subject,
            original,
            ScriptContext.Of(response, subject.Definition, inputs),
            cancellationToken
        );
        return run.TryGet(out var ran, out var failure)
            ? new ShapedResponse(ran.Result, original) { IsMadeByCode = true }
            : Failed(failure, CodeTransformer.PathOf(subject.Definition.ResponseTransformation)!);
    }

    private static StageFailure Failed(ScriptFailure failure, string path) =>
        new(ErrorType.ResponseMapping, failure.Message, path) { Summary = failure.Summary };
}
