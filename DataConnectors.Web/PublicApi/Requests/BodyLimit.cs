using Microsoft.AspNetCore.Http.Features;

namespace DataConnectors.Web.PublicApi.Requests;

/// <summary>Keeps bodies small, also those whose length nobody announced.</summary>
internal static class BodyLimit
{
    /// <summary>Lets the server refuse a body with 413 and close the connection once more than <see cref="RequestBody.MaxReadBytes"/> of it have come.</summary>
    public static void UseBodyLimit(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (
                    context.Features.Get<IHttpMaxRequestBodySizeFeature>() is
                    { IsReadOnly: false } limit
                )
                {
                    limit.MaxRequestBodySize = RequestBody.MaxReadBytes;
                }

                return next(context);
            }
        );
}
