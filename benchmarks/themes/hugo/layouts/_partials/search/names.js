found("names-0", [
{{- range $index, $each := . }}{{ if $index }},{{ end }}["{{ .path }}",{{ .name | jsonify }}]{{ end }}]);
